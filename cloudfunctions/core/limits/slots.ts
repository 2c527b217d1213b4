import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { CollectionToken, Transaction } from '../platform/database'
import { SLOTS, type Slot, type Slots } from '../records/slots'

/** How many may be open at once, and whose they are. */
export interface Cap {
  /** `_id` of the slots' record; it does not name the account. */
  readonly id: string
  readonly collection?: CollectionToken<Slots>
  readonly most: number
  /** What is said beyond the cap; ATTEMPTS_EXHAUSTED unless something more exact can be said. */
  readonly refusal?: ErrorCode
}

/**
 * Takes slots, in the transaction that opens what they stand for or in one before it: a count outside of any would let
 * everybody in who asks at once. Slots of one name that run out together are kept as one, with their sum.
 *
 * @param time Unix milliseconds
 * @throws NanshaError the refusal of the cap beyond it
 */
export async function takeSlots(
  transaction: Transaction,
  { most, refusal = 'ATTEMPTS_EXHAUSTED', ...where }: Cap,
  slot: Slot,
  time: number,
): Promise<void> {
  const taken = addSlot(await takenSlots(transaction, where, time), slot)
  if (taken.reduce((sum, { count }) => sum + count, 0) > most) throw new NanshaError(refusal)
  await write(transaction, where, taken)
}

/** Gives back what was taken under this name before it ran out. */
export async function freeSlot(
  transaction: Transaction,
  where: Where,
  slotId: string,
  time: number,
): Promise<void> {
  const taken = await takenSlots(transaction, where, time)
  await write(
    transaction,
    where,
    taken.filter((slot) => slot.id !== slotId),
  )
}

type Where = Pick<Cap, 'id' | 'collection'>

function addSlot(taken: readonly Slot[], slot: Slot): readonly Slot[] {
  const isSame = ({ id, until }: Slot) => id === slot.id && until.getTime() === slot.until.getTime()
  const sum = taken.filter(isSame).reduce((count, same) => count + same.count, slot.count)
  return [...taken.filter((other) => !isSame(other)), { ...slot, count: sum }]
}

async function takenSlots(
  transaction: Transaction,
  { id, collection = SLOTS }: Where,
  time: number,
): Promise<readonly Slot[]> {
  const known = await transaction.in(collection).get(id)
  return (known?.taken ?? []).filter(({ until }) => until.getTime() > time)
}

async function write(
  transaction: Transaction,
  { id, collection = SLOTS }: Where,
  taken: readonly Slot[],
): Promise<void> {
  if (taken.length === 0) {
    await transaction.in(collection).remove(id)
    return
  }
  const expiresAt = new Date(Math.max(...taken.map(({ until }) => until.getTime())))
  await transaction.in(collection).put({ _id: id, taken, expiresAt })
}
