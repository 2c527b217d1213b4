import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { ChipResult } from '@nansha/kit/device/biometric'
import { readStored } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import type { EnrolSubmitted, FaceShown } from '@nansha/shared/api/enrol'
import type { WalletStatus } from '@nansha/shared/api/wallet'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import { RENEWABLE_MS } from '@nansha/shared/credential-types'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import * as v from 'valibot'
import { forgetChildren } from './held-children'
import { forgetGranted, type Granted, isBound, isHeld, loadGranted, saveGranted } from './held-credential'
import { forgetDocuments } from './held-documents'
import { forgetPhoneKey, phoneKey } from './phone-key'
import { forgetPortalReceipts } from './portal-receipts'
import { isCardExpired, readIdentity } from './read-identity'
import { createStocks, type Stocks } from './stocks'
import { createWalletClient, type WalletClient } from './wallet-client'
import { type WalletEvent, type WalletState, walletRefusal, walletState } from './wallet-state'

/** Says that a PIN was set on this phone; the PIN itself is never stored. */
const PIN = 'pin'

/** What was released upon a face lasts half an hour at gates: after the PIN there is enough that lasts this long. */
const LASTING_MS = 12 * HOUR_MS

export interface WalletSession {
  readonly store: Store<WalletState, WalletEvent>
  readonly stocks: Stocks
  readonly client: WalletClient
  phoneKey(): Promise<HolderKey>
  forgetPhoneKey(): Promise<void>
  /** Reads what the phone holds, once; again where it could not be read. Never throws. */
  load(): Promise<void>
  keep(granted: Granted): Promise<void>
  /** Fetches a postponed credential if it is ready. @throws NanshaError ENROLMENT_UNKNOWN when the older phone objected */
  collect(): Promise<void>
  /** Sets the PIN, or proves it: what the server releases in the next minutes is good for every scenario. */
  setPin(pin: string, old?: string): Promise<void>
  unlock(pin: string): Promise<void>
  /**
   * Proves the owner of the phone by its own lock; what the server releases then is good where no fresh face is asked for.
   *
   * @param sign has the chip sign a challenge; `undefined` when the owner gave up
   * @returns whether it came to anything
   */
  unlockWithBiometric(sign: (challenge: string) => Promise<ChipResult | undefined>): Promise<boolean>
  /** Has a showing of the face decided; what the server releases then is good wherever a face is asked for. */
  submitFace(enrolmentId: string): Promise<FaceShown>
  /** Asks the server for the status, the next credential near the end, handles and passes when few are left. @throws NanshaError */
  refresh(): Promise<void>
  /** Removes credential, key, handles and passes from this phone. */
  forget(): Promise<void>
  /** @returns the text of the QR, or of the answer to a desk's code */
  signTicket(ticket: Omit<Parameters<typeof createTicket>[0], 'key' | 'issuerId'>): string
  /** @returns the text of the proof frame */
  signPass(pass: Omit<Parameters<typeof presentPass>[0], 'key'>): string
}

export interface WalletSessionPorts {
  readonly ask: Ask
  readonly storage: SecureStorage
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
  readonly randomBytes: (length: number) => Promise<Uint8Array>
}

/** The credential of this phone and everything done with it, whatever page is shown. */
export function createWalletSession(ports: WalletSessionPorts): WalletSession {
  const { ask, storage, now, randomBytes } = ports
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
  const load = () => {
    loading ??= read()
    return loading
  }

  const holder = () => {
    const state = store.get()
    if (state.phase !== 'held') throw new NanshaError(walletRefusal(state, now()) ?? 'CREDENTIAL_NONE')
    return { key: state.held.key, issuer: state.identity.issuer, issuerId: state.identity.issuerId }
  }
  const client = createWalletClient({ ask, now, randomBytes, holder: () => load().then(holder) })

  /** A PIN ends with its binding: after the face was shown again there is none. */
  const forgetPinUnknownToServer = async (error: unknown) => {
    if (codeOf(error) === 'PIN_NONE') {
      await storage.remove(PIN)
      store.dispatch({ type: 'pin-lost' })
    }
    throw error
  }

  const stocks = createStocks(storage, now, client)
  const prove = async (work: Promise<void>) => {
    await work.catch(forgetPinUnknownToServer)
    await storage.set(PIN, 'true')
    store.dispatch({ type: 'pin-set' })
    void stocks.prefetch(LASTING_MS) // the server releases for a few minutes now, and for the whole day
  }

  const keep = async (granted: Granted) => {
    if (isHeld(granted) && !isBound(granted)) throw new NanshaError('SERVICE_UNAVAILABLE')
    await stocks.clear() // any there belong to an earlier credential
    const isLost = store.get().phase === 'lost'
    const kept = isLost && !isHeld(granted) ? { ...granted, hasLostKey: true } : granted
    await saveGranted(storage, kept)
    await show(kept)
  }

  const renewIfDue = async () => {
    const state = store.get()
    if (state.phase !== 'held' || state.server.status !== 'valid') return
    if (isCardExpired(state.identity, now())) return
    const left = state.identity.expiresAt * 1000 - now()
    if (left > 0 && left < RENEWABLE_MS) await keep({ key: state.held.key, credential: await client.renew() })
  }

  return {
    store,
    stocks,
    client,
    phoneKey: () => phoneKey(storage, randomBytes),
    forgetPhoneKey: () => forgetPhoneKey(storage),
    load,
    keep,
    async collect() {
      const state = store.get()
      if (state.phase !== 'postponed') return
      const { enrolmentId, key } = state.postponed
      const answer = await ask<EnrolSubmitted>('enrol', { action: 'collect', enrolmentId })
      await keep(
        'credential' in answer
          ? { key, credential: answer.credential }
          : { ...state.postponed, readyAt: answer.readyAt },
      )
    },
    async unlockWithBiometric(sign) {
      const result = await sign(await client.fetchChallenge())
      if (!result) return false
      await client.unlockWithBiometric(result)
      void stocks.prefetch()
      return true
    },
    async submitFace(enrolmentId) {
      const shown = await client.submitFace(enrolmentId)
      store.dispatch({ type: 'face-shown', seenAt: shown.seenAt })
      void stocks.prefetch()
      return shown
    },
    setPin: (pin, old) => prove(client.setPin(pin, old)),
    unlock: (pin) => prove(client.unlock(pin)),
    async refresh() {
      await renewIfDue().catch(() => undefined) // there are weeks left to try again
      const server = await client.fetchStatus().catch(unknownIsRevoked)
      store.dispatch({ type: 'checked', server })
      if (server.status === 'revoked') await forgetPhoneKey(storage)
      if (server.status === 'valid') await stocks.prefetch()
    },
    async forget() {
      await forgetGranted(storage)
      await forgetPhoneKey(storage)
      await storage.remove(PIN)
      await forgetPortalReceipts(storage)
      await forgetDocuments(storage)
      await forgetChildren(storage)
      await stocks.clear()
      store.dispatch({ type: 'empty' })
    },
    signTicket(ticket) {
      const { key, issuerId } = holder()
      return createTicket({ ...ticket, key, issuerId })
    },
    signPass: (pass) => presentPass({ ...pass, key: holder().key }),
  }
}

function shown(granted: Granted, hasPin: boolean): WalletEvent {
  if (!isHeld(granted)) return { type: 'postponed', postponed: granted }
  const identity = readIdentity(granted.credential)
  return identity ? { type: 'held', held: granted, identity, hasPin } : { type: 'empty' }
}

/** The server knows no such phone: its citizen was deleted, also when the answer to that was lost. */
function unknownIsRevoked(error: unknown): WalletStatus {
  if (codeOf(error) === 'CREDENTIAL_NONE') return { status: 'revoked', numberLocked: false }
  throw error
}
