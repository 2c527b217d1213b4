import type { PhotographedDocument } from '@nansha/shared/api/guest-document'
import type { FaceAnswer } from '@nansha/shared/api/verify'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const DOCUMENT_READINGS = defineCollection<DocumentReading>('documentReadings', {
  // The places name the photos, which the sweep deletes without any key.
  clear: ['places', 'expiresAt'],
  sealedBy: 'guest',
  pad: 1024,
  vouchedBy: 'stay',
})

/**
 * A guest's document that a clerk photographs instead of typing it. `_id` is the guest's. It holds what was read until the guest is
 * registered, and no photo.
 */
export interface DocumentReading extends Stored {
  readonly organisationId: string
  /** Whose photos they are; to nobody else the reading exists. */
  readonly staff: AccountKey
  /** The stay that the guest is registered for. */
  readonly stayId: string
  readonly document: PhotographedDocument
  /** Every place that was told for a photo. */
  readonly places: readonly string[]
  /** The one that was told last, until its photo was looked at. */
  readonly open: { readonly place: string; readonly of: 'document' | 'face' } | null
  readonly reads: number
  readonly comparisons: number
  readonly read: ReadDocument | null
  /** What a comparison of the faces told, to which the guest had consented. */
  readonly faces: FaceAnswer | null
  /** The photos and this record are deleted from then on. */
  readonly expiresAt: Date
}

/** What a photo said, as it was read. A residence permit looks like a card on the side of the portrait. */
export type ReadDocument =
  | {
      readonly kind: 'card' | 'permit'
      readonly name: string
      readonly number: string
      readonly ethnicity: string
      readonly address: string
      /** Read so well that nobody needs to compare it. */
      readonly sure: { readonly ethnicity: boolean; readonly address: boolean }
      /** `photoDigest` of the portrait that is printed on it: faces are compared with this and no other. */
      readonly portraitDigest: string
    }
  | {
      readonly kind: 'permanent-resident'
      readonly name: string
      /** Empty where the card prints none. */
      readonly chineseName: string
      readonly number: string
      readonly nationality: string
      readonly validUntil: string
      readonly portraitDigest: string
    }
  | { readonly kind: 'passport'; readonly mrz: string }
