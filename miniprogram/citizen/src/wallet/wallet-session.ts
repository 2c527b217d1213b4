import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { NanshaError } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { createStore, type Store } from '../store/create-store'
import type { Ask } from './ask'
import { createHandleStore, type HandleStore } from './handle-store'
import { forgetCredential, type HeldCredential, loadCredential, saveCredential } from './held-credential'
import { readIdentity } from './read-identity'
import { createWalletClient, type WalletClient } from './wallet-client'
import { type WalletEvent, type WalletState, walletState } from './wallet-state'

export interface WalletSession {
  readonly store: Store<WalletState, WalletEvent>
  readonly handles: HandleStore
  readonly client: WalletClient
  /** Reads what the phone holds, once. */
  load(): Promise<void>
  keep(held: HeldCredential): Promise<void>
  /** Asks the server for the status, and for handles when few are left. @throws NanshaError */
  refresh(): Promise<void>
  /** Removes credential, key and handles from this phone. */
  forget(): Promise<void>
  /** @param issuedAt Unix seconds. @returns the text of the QR */
  signTicket(scenario: ScenarioName, handle: string, issuedAt: number): string
}

export interface SessionPorts {
  readonly ask: Ask
  readonly storage: SecureStorage
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Promise<Uint8Array>
}

/** The credential of this phone and everything done with it, whatever page is shown. */
export function createWalletSession({ ask, storage, now, randomBytes }: SessionPorts): WalletSession {
  const store = createStore<WalletState, WalletEvent>(walletState, { phase: 'loading' })

  const show = (credential: HeldCredential | undefined) => {
    const identity = credential && readIdentity(credential.credential)
    store.dispatch(credential && identity ? { type: 'held', held: credential, identity } : { type: 'empty' })
  }

  let loading: Promise<void> | undefined
  /** What cannot be read is as good as evicted by the platform: enrolling again is the routine way back. */
  const load = () => {
    loading ??= loadCredential(storage).then(show, () => show(undefined))
    return loading
  }

  const held = () => {
    const state = store.get()
    if (state.phase !== 'held') throw new NanshaError('CREDENTIAL_NONE')
    return { key: state.held.key, issuer: state.identity.issuer, issuerId: state.identity.issuerId }
  }
  const client = createWalletClient({ ask, now, randomBytes, holder: () => load().then(held) })
  const handles = createHandleStore(storage, client.fetchHandles, now)

  return {
    store,
    handles,
    client,
    load,
    async keep(credential) {
      if (!readIdentity(credential.credential)) throw new NanshaError('SERVICE_UNAVAILABLE')
      await handles.clear() // they belonged to the key before
      await saveCredential(storage, credential)
      show(credential)
    },
    async refresh() {
      const status = await client.fetchStatus()
      store.dispatch({ type: 'checked', status })
      if (status === 'valid') await handles.prefetch()
    },
    async forget() {
      await forgetCredential(storage)
      await handles.clear()
      store.dispatch({ type: 'empty' })
    },
    signTicket(scenario, handle, issuedAt) {
      const { key, issuerId } = held()
      return createTicket({ key, issuerId, scenario, handle, issuedAt })
    },
  }
}
