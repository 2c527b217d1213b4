import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const DESK_CODES = defineCollection<DeskCodeRecord>('deskCodes', {
  clear: ['organisationId', 'staff', 'scenario', 'digest', 'expiresAt'],
  vouchedBy: 'record',
})

/** A code on one desk's screen. `_id` is its nonce. */
export interface DeskCodeRecord extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  readonly scenario: ScenarioName
  /** SHA-256, base64url, of the code's text: what the ticket must be bound to. */
  readonly digest: string
  /** The ticket that a holder answered with; the first one stays. */
  readonly ticket: string | null
  readonly expiresAt: Date
}
