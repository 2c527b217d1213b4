import type { FaceMatch } from '../face-client/match-faces'
import type { Stored } from '../platform/database'
import type { PopulationRegistry, RegistryDecision } from '../registry/population-registry'
import type { AccountKey } from './account-key'

export const DECISIONS = 'decisions'

/** Why an enrolment was decided as it was: enough to review it, and no photo. `_id` is the enrolment's. */
export interface Decision extends Stored {
  readonly account: AccountKey
  readonly numberIndex: string
  readonly at: Date
  readonly outcome: 'proven' | 'unsure' | 'refused'
  /** Scores, thresholds and SHA-256 of the models that compared the live photo with the card. */
  readonly faces: Omit<FaceMatch, 'portrait'>
  readonly registry: { readonly name: PopulationRegistry['name']; readonly decision: RegistryDecision }
  readonly consent: { readonly version: string; readonly at: Date }
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
