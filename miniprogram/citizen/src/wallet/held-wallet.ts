import { readStored } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { type HolderKind, holderBy } from '@nansha/shared/scenarios'
import * as v from 'valibot'
import { forgetChildren } from './held-children'
import { forgetGranted, type Granted, isHeld, loadGranted, saveGranted } from './held-credential'
import { forgetDocuments } from './held-documents'
import { forgetPhoneKey } from './phone-key'
import { forgetPortalReceipts } from './portal-receipts'
import { readIdentity } from './read-identity'
import { type WalletEvent, type WalletState, walletRefusal, walletState } from './wallet-state'

/** Says that a PIN was set on this phone; the PIN itself is never stored. */
const PIN = 'pin'

/** Who signs on this phone, and for which issuer. */
export interface Holder {
  readonly key: HolderKey
  readonly issuer: string
  readonly issuerId: number
  readonly kind: HolderKind
}

export interface HeldWallet {
  readonly store: Store<WalletState, WalletEvent>
  /** Reads what the phone holds, once; again where it could not be read. Never throws. */
  load(): Promise<void>
  /** @throws NanshaError STORAGE_FULL */
  keep(granted: Granted): Promise<void>
  /** @throws NanshaError why nothing can be shown */
  holder(): Holder
  /** Remembers that the server knows a PIN of this phone. */
  markPin(): Promise<void>
  /** A PIN ends with its binding: after the face was shown again the server knows none. */
  unmarkPin(): Promise<void>
  /** Removes all that stands on this phone of the identity and of what hangs on it. */
  forget(): Promise<void>
}

/** The credential of this phone, in the store and in the phone's storage. @param now corrected time, Unix milliseconds */
export function createHeldWallet(storage: SecureStorage, now: () => number): HeldWallet {
  const store = createStore<WalletState, WalletEvent>(walletState, { phase: 'loading' })
  const show = async (granted: Granted) => {
    const { state } = await readStored(storage, PIN, v.unknown())
    store.dispatch(shown(granted, state !== 'none'))
  }

  let loading: Promise<void> | undefined
  const read = async () => {
    const stored = await loadGranted(storage)
    if (stored.state === 'read') return show(stored.value)
    // It may be readable the next time, and enrolling again is the routine way back.
    if (stored.state === 'unreadable') loading = undefined
    store.dispatch({ type: stored.state === 'none' ? 'empty' : 'lost' })
  }

  return {
    store,
    load() {
      loading ??= read()
      return loading
    },
    async keep(granted) {
      const isLost = store.get().phase === 'lost'
      const kept = isLost && !isHeld(granted) ? { ...granted, hasLostKey: true } : granted
      await saveGranted(storage, kept)
      await show(kept)
    },
    holder() {
      const state = store.get()
      if (state.phase !== 'held') throw new NanshaError(walletRefusal(state, now()) ?? 'CREDENTIAL_NONE')
      const { issuer, issuerId } = state.identity
      return { key: state.held.key, issuer, issuerId, kind: holderBy(state.identity) }
    },
    async markPin() {
      await storage.set(PIN, 'true')
      store.dispatch({ type: 'pin-set' })
    },
    async unmarkPin() {
      await storage.remove(PIN)
      store.dispatch({ type: 'pin-lost' })
    },
    async forget() {
      await forgetGranted(storage)
      await forgetPhoneKey(storage)
      await storage.remove(PIN)
      await forgetPortalReceipts(storage)
      await forgetDocuments(storage)
      await forgetChildren(storage)
    },
  }
}

function shown(granted: Granted, hasPin: boolean): WalletEvent {
  if (!isHeld(granted)) return { type: 'postponed', postponed: granted }
  const identity = readIdentity(granted.credential)
  return identity ? { type: 'held', held: granted, identity, hasPin } : { type: 'empty' }
}
