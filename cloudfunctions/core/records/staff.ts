import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const STAFF = defineCollection<StaffMember>('staff', { clear: 'all', vouchedBy: 'staff' })

export type StaffRole = 'manager' | 'clerk'

/** A person who may verify for an organisation. `_id` is the account: one account works at one desk. */
export interface StaffMember extends Stored {
  readonly _id: AccountKey
  readonly organisationId: string
  readonly role: StaffRole
  readonly name: string
  readonly joinedAt: Date
}
