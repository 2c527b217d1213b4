import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import type { AccountKey } from '../records/account-key'

export interface OrganisationPorts {
  readonly database: Database
  readonly now: Now
  readonly randomId: RandomId
  readonly operators: ReadonlySet<AccountKey>
}

export function isOperator(ports: OrganisationPorts, caller: AccountKey): boolean {
  return ports.operators.has(caller)
}
