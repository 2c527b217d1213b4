import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { SLOTS, type Slot, type Slots } from '../records/slots'

/** How many may be open at once, and whose they are. */
export interface Cap {
  /** `_id` of the slots' record; names nobody. */
  readonly id: string
  readonly most: number
}

/**
 * Takes slots, in the transaction that opens what they stand for or in one before it: a count outside of any would let
 * everybody in who asks at once.
 *
 * @param time Unix milliseconds
 * @throws NanshaError ATTEMPTS_EXHAUSTED beyond the cap
 */
export async function takeSlots(
  transaction: Transaction,
  { id, most }: Cap,
  slot: Slot,
  time: number,
): Promise<void> {
  const taken = [...(await takenSlots(transaction, id, time)), slot]
  if (taken.reduce((sum, { count }) => sum + count, 0) > most) throw new NanshaError('ATTEMPTS_EXHAUSTED')
  await write(transaction, id, taken)
}

/** Gives back what was taken under this name before it ran out. */
export async function freeSlot(
  transaction: Transaction,
  { id }: Pick<Cap, 'id'>,
  slotId: string,
  time: number,
): Promise<void> {
  const taken = await takenSlots(transaction, id, time)
  await write(
    transaction,
    id,
    taken.filter((slot) => slot.id !== slotId),
  )
}

async function takenSlots(transaction: Transaction, id: string, time: number): Promise<readonly Slot[]> {
  const known = await transaction.get<Slots>(SLOTS, id)
  return (known?.taken ?? []).filter(({ until }) => until.getTime() > time)
}

async function write(transaction: Transaction, id: string, taken: readonly Slot[]): Promise<void> {
  if (taken.length === 0) {
    await transaction.remove(SLOTS, id)
    return
  }
  const expiresAt = new Date(Math.max(...taken.map(({ until }) => until.getTime())))
  await transaction.put<Slots>(SLOTS, { _id: id, taken, expiresAt })
}
