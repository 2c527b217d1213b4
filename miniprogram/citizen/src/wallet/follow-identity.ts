import type { WalletSession } from './wallet-session'

export interface FollowedIdentity {
  /** Shows what belongs to the identity that is on this phone now. */
  load(): Promise<void>
  /** The same, unless that was done before. */
  loadOnce(): Promise<void>
}

/**
 * Cards beside the identity are read for the identity that is on this phone, and anew whenever another one comes: it has another
 * key, and none of the cards of the one before.
 *
 * @param show reads the cards and shows those of that identity
 */
export function followIdentity(
  wallet: Pick<WalletSession, 'store' | 'load'>,
  show: () => Promise<void>,
): FollowedIdentity {
  let isLoaded = false
  const load = async () => {
    await wallet.load()
    await show()
    isLoaded = true
  }
  onOtherIdentity(wallet.store, () => void load().catch(() => undefined))
  return {
    load,
    async loadOnce() {
      if (!isLoaded) await load()
    },
  }
}

/** Calls `then` whenever the phone holds another identity than before, or none any more. */
function onOtherIdentity(store: WalletSession['store'], then: () => void): void {
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

/** The key that the identity on this phone is bound to; `undefined` while there is none. */
export function holderKeyOf({ store }: Pick<WalletSession, 'store'>) {
  const state = store.get()
  return state.phase === 'held' ? state.identity.holderKey : undefined
}
