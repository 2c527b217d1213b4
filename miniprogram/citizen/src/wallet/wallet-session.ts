import { type Ask, codeOf } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { EnrolSubmitted } from '@nansha/shared/api/enrol'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { RENEWABLE_MS } from '@nansha/shared/credential-types'
import { NanshaError } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { presentPass } from '@nansha/shared/pass/present-pass'
import { createTicket } from '@nansha/shared/ticket/create-ticket'
import { type Granted, isBound, isHeld } from './held-credential'
import { createHeldWallet, type HeldWallet } from './held-wallet'
import { forgetPhoneKey, phoneKey } from './phone-key'
import { isCardExpired } from './read-identity'
import { createStocks, type Stocks } from './stocks'
import { createUnlocks, type Unlocks } from './unlocks'
import { createWalletClient, type WalletClient } from './wallet-client'

export interface WalletSession extends Unlocks, Pick<HeldWallet, 'store' | 'load'> {
  readonly stocks: Stocks
  readonly client: WalletClient
  phoneKey(): Promise<HolderKey>
  forgetPhoneKey(): Promise<void>
  /** Holds what was granted in place of what was there. @throws NanshaError SERVICE_UNAVAILABLE, STORAGE_FULL */
  keep(granted: Granted): Promise<void>
  /** Fetches a postponed credential if it is ready. @throws NanshaError ENROLMENT_UNKNOWN when the older phone objected */
  collect(): Promise<void>
  /** Asks the server for the status, the next credential near the end, handles and passes when few are left. @throws NanshaError */
  refresh(): Promise<void>
  /** Removes credential, key, handles and passes from this phone. */
  forget(): Promise<void>
  /** @returns the text of the QR, or of the answer to a desk's code */
  signTicket(ticket: Omit<Parameters<typeof createTicket>[0], 'key' | 'issuerId' | 'holder'>): string
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
  const held = createHeldWallet(storage, now)
  const { store, load, holder } = held
  const client = createWalletClient({ ask, now, randomBytes, holder: () => load().then(holder) })
  const stocks = createStocks(storage, now, client)

  const keep = async (granted: Granted) => {
    if (isHeld(granted) && !isBound(granted)) throw new NanshaError('SERVICE_UNAVAILABLE')
    await stocks.clear() // any there belong to an earlier credential
    await held.keep(granted)
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
    load,
    keep,
    ...createUnlocks(client, held, stocks),
    phoneKey: () => phoneKey(storage, randomBytes),
    forgetPhoneKey: () => forgetPhoneKey(storage),
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
    async refresh() {
      await renewIfDue().catch(() => undefined) // there are weeks left to try again
      const server = await client.fetchStatus().catch(unknownIsRevoked)
      store.dispatch({ type: 'checked', server })
      if (server.status === 'revoked') await forgetPhoneKey(storage)
      if (server.status === 'valid') await stocks.prefetch()
    },
    async forget() {
      await held.forget()
      await stocks.clear()
      store.dispatch({ type: 'empty' })
    },
    signTicket(ticket) {
      const { key, issuerId, kind } = holder()
      return createTicket({ ...ticket, key, issuerId, holder: kind })
    },
    signPass: (pass) => presentPass({ ...pass, key: holder().key }),
  }
}

/** The server knows no such phone: its citizen was deleted, also when the answer to that was lost. */
function unknownIsRevoked(error: unknown): WalletStatus {
  if (codeOf(error) === 'CREDENTIAL_NONE') return { status: 'revoked', numberLocked: false }
  throw error
}
