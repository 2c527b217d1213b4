import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { DOCUMENT_TYPES } from '@nansha/shared/documents/document-types'
import { digest } from '@nansha/shared/fields'
import * as v from 'valibot'

const HELD = 'documents'
const LOGGED = 'documents.logged'
const MOST_LOGGED = 200
const type = v.picklist(DOCUMENT_TYPES)

const Held = v.object({ type, credential: v.string() })
/** A further document on this phone, as it was issued: an SD-JWT VC with all disclosures. */
export type HeldDocument = Readonly<v.InferOutput<typeof Held>>

const Logged = v.object({ type, credential: digest })
/** A document that this phone was ever given, by what the issuance log names it by. */
export type LoggedDocument = Readonly<v.InferOutput<typeof Logged>>

/** @returns none when nothing can be read: a document is added again in a minute */
export async function readDocuments(storage: SecureStorage): Promise<readonly HeldDocument[]> {
  return (await readJson(storage, HELD, v.array(Held))) ?? []
}

/** @throws NanshaError STORAGE_FULL */
export function saveDocuments(storage: SecureStorage, held: readonly HeldDocument[]): Promise<void> {
  return storage.set(HELD, JSON.stringify(held))
}

/** What this phone was given itself, so that its entries in the log raise no alarm. */
export async function readLoggedDocuments(storage: SecureStorage): Promise<readonly LoggedDocument[]> {
  return (await readJson(storage, LOGGED, v.array(Logged))) ?? []
}

/** @throws NanshaError STORAGE_FULL */
export async function rememberLogged(storage: SecureStorage, logged: LoggedDocument): Promise<void> {
  const all = [logged, ...(await readLoggedDocuments(storage))].slice(0, MOST_LOGGED)
  await storage.set(LOGGED, JSON.stringify(all))
}

export async function forgetDocuments(storage: SecureStorage): Promise<void> {
  for (const key of [HELD, LOGGED]) await storage.remove(key)
}
