import { DAY_MS } from '@nansha/shared/clock/durations'
import { DOCUMENT_TYPES, type DocumentType } from '@nansha/shared/documents/document-types'
import type { Document } from '@nansha/shared/documents/documents'
import type { Database, Stored, Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from './credentials'
import { defineCollection } from './keeping'

export const HELD_DOCUMENTS = defineCollection<HeldDocument>('heldDocuments', {
  id: 'blind',
  clear: [],
  rounded: { expiresAt: DAY_MS },
  // A licence with a long address and a social security card fill the same.
  pad: 1024,
  vouchedBy: 'record',
})

/** A further document on a citizen's phone. `_id` is `<citizen>.<type>`: there is one of each. */
export interface HeldDocument extends Stored {
  readonly type: DocumentType
  /** The phone that it is bound to, always that of the identity. */
  readonly deviceId: string
  /** Its place in the status lists, which it keeps when it is renewed. */
  readonly credentialId: string
  /** As the registry had it at the last renewal; desks are shown this. */
  readonly document: Document
  /** When the registry said so. */
  readonly askedAt: Date
  /** The end of the newest credential: nothing is shown from then on. */
  readonly validUntil: Date
  /** Forgotten from then on, unless it is renewed. */
  readonly expiresAt: Date
}

/** @returns `_id` of a citizen's document */
export function heldDocumentId(citizenId: string, type: DocumentType): string {
  return `${citizenId}.${type}`
}

type Records = Pick<Transaction, 'in'> | Pick<Database, 'in'>

/** The further documents on a citizen's phone. */
export async function heldDocuments(records: Records, citizenId: string): Promise<HeldDocument[]> {
  const held: HeldDocument[] = []
  for (const type of DOCUMENT_TYPES) {
    const document = await records.in(HELD_DOCUMENTS).get(heldDocumentId(citizenId, type))
    if (document) held.push(document)
  }
  return held
}

/** A document and its credential; `undefined` for one that is not there, or bound to another phone than this. */
export async function findHeldDocument(
  records: Records,
  { citizenId, deviceId }: { readonly citizenId: string; readonly deviceId: string },
  type: DocumentType,
): Promise<{ readonly held: HeldDocument; readonly credential: Credential } | undefined> {
  const held = await records.in(HELD_DOCUMENTS).get(heldDocumentId(citizenId, type))
  const credential = held && (await records.in(CREDENTIALS).get(held.credentialId))
  return credential && held?.deviceId === deviceId ? { held, credential } : undefined
}
