import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const NUMBER_CLAIMS = defineCollection<NumberClaim>('numberClaims', {
  clear: ['citizenId'],
  vouchedBy: 'record',
})

/** One resident number, one active citizen: `_id` is the blind index of the number, so there can be no second. */
export interface NumberClaim extends Stored {
  readonly citizenId: string
  readonly claimedAt: Date
}
