import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Envelope } from '../crypto/envelope'
import type { FaceMatch } from '../face/face-match'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection, documentsIn } from './keeping'
import { sealedJson } from './sealed-field'

export const DECISIONS = defineCollection<Decision>('decisions', {
  id: 'blind',
  clear: ['numberIndex'],
  rounded: { expiresAt: DAY_MS },
})

interface DecisionBase extends Stored {
  readonly account: AccountKey
  readonly numberIndex: string
  readonly at: Date
  readonly consent: { readonly version: string; readonly at: Date }
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

/** Why an enrolment from afar was decided as it was: enough to review it, and no photo. `_id` is the enrolment's. */
export interface RemoteDecision extends DecisionBase {
  readonly route: 'remote'
  readonly outcome: 'proven' | 'unsure' | 'refused'
  /** What the citizen wrote otherwise than it was read off the card. */
  readonly corrected: readonly (keyof CorrectedFields)[]
  /** {@link CorrectedFields} as JSON, sealed at `decisions/<_id>/corrections`; null when nothing was corrected. */
  readonly corrections: Envelope<CorrectedFields> | null
  /** How many frames showed a living person; 0 where a selfie was enough. */
  readonly frames: number
  /** Scores, thresholds and SHA-256 of the models that compared the live photo with the card. */
  readonly faces: Omit<FaceMatch, 'portrait'>
  readonly registry: { readonly name: RegistryName; readonly decision: RegistryDecision }
}

/** Who approved a person at a counter. `_id` is the application's. */
export interface CounterDecision extends DecisionBase {
  readonly route: 'counter'
  readonly officer: { readonly account: AccountKey; readonly name: string; readonly organisationId: string }
  /** {@link Guardian} of a child as JSON, sealed at `decisions/<_id>/guardian`. */
  readonly guardian: Envelope<Guardian> | null
}

/** Whose ID was frozen by somebody else on their word, by whom. `_id` is drawn at random. */
export interface FreezeDecision extends Omit<DecisionBase, 'consent'> {
  readonly route: 'freeze'
  readonly by: 'telephone' | 'counter'
  /** The operator or the officer. */
  readonly who: AccountKey
  /** How the operator's books name the telephone call. */
  readonly reference: string | null
}

export type Decision = RemoteDecision | CounterDecision | FreezeDecision

export const CORRECTIONS = sealedJson(documentsIn<RemoteDecision>(DECISIONS), 'corrections')
export const GUARDIAN = sealedJson(documentsIn<CounterDecision>(DECISIONS), 'guardian')

export interface Guardian {
  readonly name: string
  readonly id_number: string
}

/** Both values of each corrected field, for a review of the decision. */
export type CorrectedFields = Readonly<
  Partial<Record<'name' | 'ethnicity' | 'address', { readonly read: string; readonly given: string }>>
>

/** The channels to the state's register of the population. */
export type RegistryName = 'specimen' | 'tencentcloud' | 'wechat'

/**
 * `confirmed`: the registry knows this name under this number, and the living person is theirs. `unsure`: a clearer
 * photo may decide. `refused`: anything else, and it never says what.
 */
export type RegistryDecision = 'confirmed' | 'unsure' | 'refused'
