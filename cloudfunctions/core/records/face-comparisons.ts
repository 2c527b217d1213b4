import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const FACE_COMPARISONS = defineCollection<FaceComparison>('faceComparisons', {
  // The id names the place of the photo, which the sweep deletes without any key.
  clear: ['expiresAt'],
  vouchedBy: 'record',
})

/** A clerk was given a place to upload one photo of the person in front of them. It holds nothing of the photo. */
export interface FaceComparison extends Stored {
  readonly staff: AccountKey
  /** The open check that it belongs to. */
  readonly useId: string
  /** A photo was compared: the place is not used again. */
  readonly isSpent: boolean
  /** The photo and this record are deleted from then on. */
  readonly expiresAt: Date
}
