import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const REFUSED_CHECKS = defineCollection<RefusedCheck>('refusedChecks', {
  id: 'forgotten',
  clear: ['organisationId', 'staff', 'scenario', 'code', 'at', 'expiresAt'],
})

/** A code that was refused at a desk. It does not say whose code it was; for most that is unknown. */
export interface RefusedCheck extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  readonly scenario: ScenarioName
  readonly code: ErrorCode
  readonly at: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
