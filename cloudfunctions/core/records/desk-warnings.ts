import { DAY_MS } from '@nansha/shared/clock/durations'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import type { UseSubject } from './uses'

export const DESK_WARNINGS = defineCollection<DeskWarning>('deskWarnings', {
  id: 'blind',
  clear: ['organisationId', 'staff'],
  // Rounded so far that the day of a freeze does not lead from a citizen to a desk.
  rounded: { expiresAt: 7 * DAY_MS },
  pad: 512,
  vouchedBy: 'record',
})

/** What a desk must hear of a use that it decided: kept apart from its uses, so that no number of later ones hides it. */
export interface DeskWarning extends Stored {
  readonly organisationId: string
  /** Who checked. */
  readonly staff: AccountKey
  /** `disputed`: the citizen said that it was not them. `double`: a pass that another companion reported too. */
  readonly kind: 'disputed' | 'double'
  readonly scenario: ScenarioName
  /** When the use was. */
  readonly at: Date
  readonly raisedAt: Date
  /** Sealed: whose identity was shown. */
  readonly subject: UseSubject
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
