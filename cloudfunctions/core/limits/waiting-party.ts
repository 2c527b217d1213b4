import { MOST_GUESTS } from '@nansha/shared/api/stays'
import type { Transaction } from '../platform/database'
import { ORGANISATION_SLOTS } from '../records/slots'
import { WAITING_GUESTS, type WaitingGuest } from '../records/waiting-guests'
import { type Cap, freeSlot, takeSlots } from './slots'

/**
 * Lets a guest wait, and counts them in the same transaction, or many at once would all be let in. Who showed an electronic
 * identity is counted and never refused: it was disclosed already, and the party is looked at when it gets its room.
 *
 * @throws NanshaError STAY_FULL for one more than a party may have
 */
export async function insertWaiting(
  transaction: Transaction,
  guest: WaitingGuest,
  now: number,
): Promise<void> {
  const most = guest.guest.kind === 'nansha' ? Number.POSITIVE_INFINITY : MOST_GUESTS
  const slot = { id: guest._id, count: 1, until: guest.expiresAt }
  await takeSlots(transaction, { ...partyOf(guest), most, refusal: 'STAY_FULL' }, slot, now)
  await transaction.in(WAITING_GUESTS).insert(guest)
}

/** Takes out of those who wait a guest that the transaction has read. */
export async function removeWaiting(
  transaction: Transaction,
  guest: WaitingGuest,
  now: number,
): Promise<void> {
  await freeSlot(transaction, partyOf(guest), guest._id, now)
  await transaction.in(WAITING_GUESTS).remove(guest._id)
}

function partyOf({ organisationId, stayId }: WaitingGuest): Omit<Cap, 'most'> {
  return { id: `waiting.${organisationId}.${stayId}`, collection: ORGANISATION_SLOTS }
}
