import type { LookedList } from '@nansha/shared/api/stays'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const RECORD_LOOKS = defineCollection<RecordLook>('recordLooks', {
  clear: ['organisationId', 'staff', 'stayId', 'place', 'expiresAt'],
  sealedBy: 'guest',
  pad: 256,
  vouchedBy: 'stay',
})

/** Somebody of a hotel looked at guests: at one stay, or at a list. Several looks within a minute are one. */
export interface RecordLook extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  /** The name of who looked, also after they left. */
  readonly name: string
  /** Null for a list. */
  readonly stayId: string | null
  /** The time and the id: what looks are ordered by, and where a page begins. */
  readonly place: string
  readonly at: Date
  readonly looked: LookedAt
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

export type LookedAt =
  | { readonly at: 'stay'; readonly room: string }
  | { readonly at: 'list'; readonly list: LookedList; readonly search: string }
