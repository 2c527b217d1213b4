import type { CardSeen } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const CARD_CHECKS = defineCollection<CardCheck>('cardChecks', {
  id: 'forgotten',
  clear: ['organisationId', 'staff', 'scenario', 'refused', 'card', 'at', 'expiresAt'],
})

/** The plastic card of somebody whose code was refused. It does not say whose card it was. */
export interface CardCheck extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  readonly scenario: ScenarioName
  /** Why the code before it was refused. */
  readonly refused: ErrorCode
  readonly card: CardSeen
  readonly at: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
