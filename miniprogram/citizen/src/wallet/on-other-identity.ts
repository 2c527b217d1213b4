import type { WalletSession } from './wallet-session'

/** Calls `then` whenever the phone holds another identity than before, or none any more. */
export function onOtherIdentity(store: WalletSession['store'], then: () => void): void {
  const heldCredential = () => {
    const state = store.get()
    return state.phase === 'held' ? state.held.credential : undefined
  }
  let known = heldCredential()
  store.subscribe(() => {
    const held = heldCredential()
    if (held === known) return
    known = held
    then()
  })
}
