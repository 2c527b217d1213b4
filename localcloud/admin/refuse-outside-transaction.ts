import type { Store } from '../database/store'
import { invalid } from '../platform-error'
import type { AdminRequest } from './handle-admin'

/**
 * Refuses an operation that the SDK takes out of the transaction it was written in. On the wire `where().update()`,
 * `where().remove()`, `count()` and `aggregate()` of a transaction look as if there were none, and the platform runs them
 * outside without a word. A caller that has a transaction open is taken to have meant the operation for it.
 */
export function refuseOutsideTransaction(store: Store, request: AdminRequest, operation: string): void {
  if (!store.transactions.isOpenIn(request.session)) return
  throw invalid(
    `${operation} was called while this session has a transaction open: the SDK would run it outside. Use doc() inside, or end the transaction first.`,
  )
}
