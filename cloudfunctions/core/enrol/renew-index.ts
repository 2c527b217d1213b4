import type { NumberIndex } from '../crypto/number-index'
import type { CollectionToken, Database, Stored, Transaction } from '../platform/database'
import { CHILD_CARDS } from '../records/child-cards'
import { CITIZENS } from '../records/citizens'
import { DECISIONS } from '../records/decisions'
import { GUARDED_CHILDREN } from '../records/guarded-children'
import { NUMBER_ALARMS } from '../records/number-alarms'
import { NUMBER_CLAIMS } from '../records/number-claims'
import { NUMBER_LOCKS } from '../records/number-locks'
import { SEEN_CAPTURES } from '../records/seen-captures'

interface IndexPorts {
  readonly database: Database
  readonly numbers: NumberIndex
}

/** Collections whose records have the index of a number as their id. */
const LIE_UNDER_IT: readonly CollectionToken<Stored>[] = [
  NUMBER_CLAIMS,
  NUMBER_LOCKS,
  NUMBER_ALARMS,
  SEEN_CAPTURES,
  GUARDED_CHILDREN,
]

/**
 * The index of a number, with everything that was written before the newest key was added carried over to it, so that
 * nobody can enrol a number twice, or past its lock, while the sweep is still at it.
 */
export async function indexOf(ports: IndexPorts, residentNumber: string): Promise<string> {
  for (const former of ports.numbers.former(residentNumber)) await carryOver(ports, former)
  return ports.numbers.of(residentNumber)
}

/**
 * Carries over every record under fewer than all keys; after a round that answers 0 there is none.
 *
 * @returns how many indexes it carried over
 */
export async function renewIndexes(ports: IndexPorts): Promise<number> {
  const before = ports.database.command.lt(ports.numbers.newest)
  const found = new Set<string>()
  for (const collection of LIE_UNDER_IT) {
    for await (const { _id } of ports.database.in(collection).scan({ _id: before })) found.add(_id)
  }
  for await (const { numberIndex } of ports.database.in(DECISIONS).scan({ numberIndex: before }))
    found.add(numberIndex)
  for (const former of found) await carryOver(ports, former)
  return found.size
}

/** Decisions first: if this is cut short, what is left still lies where the sweep looks. */
async function carryOver({ database, numbers }: IndexPorts, former: string): Promise<void> {
  const index = numbers.renew(former)
  await database.in(DECISIONS).updateWhere({ numberIndex: former }, { numberIndex: index })
  await database.transaction(async (transaction) => {
    const claim = await transaction.in(NUMBER_CLAIMS).get(former)
    const guarded = await transaction.in(GUARDED_CHILDREN).get(former)
    for (const collection of LIE_UNDER_IT) await move(transaction, collection, former, index)
    for (const card of guarded?.cards ?? [])
      await transaction.in(CHILD_CARDS).update(card, { numberIndex: index })
    if (claim) await transaction.in(CITIZENS).update(claim.citizenId, { numberIndex: index })
  })
}

/**
 * @throws DuplicateKey when a number is claimed under both: an operator must find out who the two are
 */
async function move(
  transaction: Transaction,
  collection: CollectionToken<Stored>,
  former: string,
  index: string,
): Promise<void> {
  const record = await transaction.in(collection).get(former)
  if (!record) return
  await transaction.in(collection).insert({ ...record, _id: index })
  await transaction.in(collection).remove(former)
}
