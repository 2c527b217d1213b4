import type { Stored } from '../platform/database'

export const NUMBER_CLAIMS = 'numberClaims'

/** One resident number, one active citizen: `_id` is the blind index of the number, so there can be no second. */
export interface NumberClaim extends Stored {
  readonly citizenId: string
  readonly claimedAt: Date
}
