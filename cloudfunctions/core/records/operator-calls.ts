import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const OPERATOR_CALLS = defineCollection<OperatorCallRecord>('operatorCalls', {
  clear: 'all',
  vouchedBy: 'staff',
})

/** What an operator asked for, whatever came of it. `_id` is drawn at random, by the operator where the call is signed: the same one inserts once. */
export interface OperatorCallRecord extends Stored {
  readonly operator: AccountKey
  readonly action: string
  /** The organisation that it is about. */
  readonly organisationId: string | null
  /** How the operator's own books name the telephone call behind it. */
  readonly reference: string | null
  readonly at: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
