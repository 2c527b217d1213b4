import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import type { StaffRole } from './staff'

export const INVITATIONS = defineCollection<Invitation>('invitations', { clear: 'all', vouchedBy: 'staff' })

/** Makes one account staff. `_id` is the SHA-256 of the code, so that reading the database opens no door. */
export interface Invitation extends Stored {
  readonly organisationId: string
  readonly role: StaffRole
  readonly invitedBy: AccountKey
  /** `joinedAt` of the manager who made it, whose term it does not outlive; null where the operator made it. */
  readonly term: Date | null
  readonly expiresAt: Date
}
