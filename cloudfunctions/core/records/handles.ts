import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { Assurance, UnlockMethod } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const HANDLES = defineCollection<Handle>('handles', {
  id: 'blind',
  clear: [],
  asked: ['citizenId'],
  rounded: { expiresAt: HOUR_MS },
  // The most numerous: a day's worth for every phone.
  pad: 320,
  vouchedBy: 'record',
})

/** What one ticket may be made of, once. `_id` is the handle: 16 random bytes in base64url, worthless without the phone's key. */
export interface Handle extends Stored {
  readonly citizenId: string
  readonly credentialId: string
  readonly deviceId: string
  /** What the server had seen the holder do when it released this. */
  readonly unlock: SeenUnlock
  /** The desk code that it answered, by its nonce: then it is good for that desk alone. */
  readonly answered?: string
  readonly expiresAt: Date
}

/** What the server itself saw the holder do, and when. The phone's word on this counts for nothing. */
export interface SeenUnlock {
  readonly method: UnlockMethod
  readonly at: Date
  /** Who saw the face, where a face unlocked. */
  readonly faceBy?: Assurance
}
