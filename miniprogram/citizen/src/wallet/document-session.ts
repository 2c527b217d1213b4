import { codeOf } from '@nansha/kit/cloud/ask'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { createStore, type Store } from '@nansha/kit/state/create-store'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { digestText } from '@nansha/shared/encoding/digest'
import type { ErrorCode } from '@nansha/shared/errors'
import { singleFlight } from '@nansha/shared/single-flight'
import { followIdentity, holderKeyOf } from './follow-identity'
import {
  type HeldDocument,
  type LoggedDocument,
  readDocuments,
  readLoggedDocuments,
  rememberLogged,
  saveDocuments,
} from './held-documents'
import { readDocument, type ShownDocument } from './read-document'
import type { WalletSession } from './wallet-session'

/** What stands beside the identity on this phone. `gone`: documents that their registry no longer has. */
export interface Documents {
  readonly shown: readonly ShownDocument[]
  readonly gone: readonly DocumentType[]
}

export interface DocumentSession {
  readonly store: Store<Documents, Documents>
  /** Reads what the phone holds for the identity that is on it. Never throws. */
  load(): Promise<void>
  /** @throws NanshaError UNLOCK_REQUIRED, NUMBER_LOCKED, CREDENTIAL_…, DOCUMENT_…, STORAGE_FULL */
  add(type: DocumentType): Promise<void>
  /** Asks the registry how it stands today. @throws NanshaError DOCUMENT_…, CREDENTIAL_… */
  renew(type: DocumentType): Promise<void>
  /** Renews whatever is due; without network or registry it stays as it is until it ends. Never throws. */
  renewDue(): Promise<void>
  /** @throws NanshaError when the server could not be asked: it is still here then */
  remove(type: DocumentType): Promise<void>
  /** The documents that were issued to this phone, to be compared with the log. */
  logged(): Promise<readonly LoggedDocument[]>
}

export interface DocumentPorts {
  readonly storage: SecureStorage
  readonly wallet: Pick<WalletSession, 'store' | 'client' | 'stocks' | 'load'>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/** After these codes the server has revoked the document, or never knew of it. */
const GONE: ReadonlySet<ErrorCode> = new Set(['DOCUMENT_NOT_FOUND', 'DOCUMENT_NONE'])

/** The further documents of this phone and everything done with them, whatever page is shown. */
export function createDocumentSession({ storage, wallet, now }: DocumentPorts): DocumentSession {
  const store = createStore<Documents, Documents>((_, next) => next, { shown: [], gone: [] })

  const show = (held: readonly HeldDocument[], gone = store.get().gone) => {
    const key = holderKeyOf(wallet)
    const shown = held.flatMap((one) => (key && readDocument(one, key)) ?? [])
    store.dispatch({ shown, gone: gone.filter((type) => !shown.some((one) => one.type === type)) })
  }
  const { load, loadOnce } = followIdentity(wallet, async () => show(await readDocuments(storage)))
  const keep = async (type: DocumentType, credential: string | undefined) => {
    const others = (await readDocuments(storage)).filter((one) => one.type !== type)
    const held = credential === undefined ? others : [...others, { type, credential }]
    await saveDocuments(storage, held)
    await wallet.stocks.clearPassesOf(type)
    return held
  }

  const renew = async (type: DocumentType) => {
    try {
      show(await keep(type, await wallet.client.renewDocument(type)))
    } catch (error) {
      if (GONE.has(codeOf(error))) show(await keep(type, undefined), [...store.get().gone, type])
      throw error
    }
  }

  return {
    store,
    load: () => load().catch(() => undefined),
    async add(type) {
      const credential = await wallet.client.addDocument(type)
      // Remembered before it is shown, so that its entry in the log is never taken for another person's.
      await rememberLogged(storage, { type, credential: digestText(credential.split('~')[0] ?? '') })
      show(await keep(type, credential))
    },
    renew,
    renewDue: singleFlight(async () => {
      await loadOnce().catch(() => undefined)
      for (const { type, expiresAt } of store.get().shown) {
        const { renewDays } = CREDENTIAL_TYPES[type]
        if (expiresAt * 1000 - now() < renewDays * DAY_MS) await renew(type).catch(() => undefined)
      }
    }),
    async remove(type) {
      await wallet.client.removeDocument(type)
      show(await keep(type, undefined))
    },
    logged: () => readLoggedDocuments(storage),
  }
}
