import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'
import type { PartyGuest } from './stays'

export const WAITING_GUESTS = defineCollection<WaitingGuest>('waitingGuests', {
  clear: ['organisationId', 'stayId', 'at', 'expiresAt'],
  sealedBy: 'guest',
  pad: 1024,
  vouchedBy: 'stay',
})

/** A guest who was checked and has no room yet. */
export interface WaitingGuest extends Stored {
  readonly organisationId: string
  readonly staff: AccountKey
  /** The stay that the guest is checked in to. */
  readonly stayId: string
  readonly at: Date
  readonly guest: PartyGuest
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
