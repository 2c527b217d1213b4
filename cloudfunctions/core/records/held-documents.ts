import { DAY_MS } from '@nansha/shared/clock/durations'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { Document } from '@nansha/shared/documents/documents'
import type { Stored } from '../platform/database'
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
