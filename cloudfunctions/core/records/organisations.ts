import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const ORGANISATIONS = defineCollection<Organisation>('organisations', {
  clear: 'all',
  vouchedBy: 'staff',
})

/** A licensed verifier: a hotel, a station, a bank. */
export interface Organisation extends Stored {
  readonly name: { readonly zh: string; readonly en: string }
  /** What its staff may verify. */
  readonly scenarios: readonly ScenarioName[]
  /** Its staff may also enrol people at a counter. */
  readonly enrols?: boolean
  /** Who manages it, each once: here, so that two who leave at once meet in one document. None until the first joins. */
  readonly managers?: readonly AccountKey[]
  readonly licenceExpiresAt: Date
  /** Since when the operator keeps it from working; null once it may again. */
  readonly suspendedAt?: Date | null
  readonly onboardedAt: Date
}
