import { findStatusPlace } from '../credential/find-status-place'
import type { StatusPlace } from '../credential/status-place'
import type { Transaction } from '../platform/database'
import { DuplicateKey } from '../platform/database-errors'
import type { IssuingPorts } from './enrol-ports'

/** Misses at a status place, or at a number that somebody claimed meanwhile, before it is our defect. */
const TRIES = 4

/** Runs a transaction that issues into a free place, and again with another when somebody took it first. */
export async function atFreePlace<R>(
  { database, randomInt }: IssuingPorts,
  work: (transaction: Transaction, place: StatusPlace) => Promise<R>,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const place = await findStatusPlace(database, randomInt)
    try {
      return await database.transaction((transaction) => work(transaction, place))
    } catch (error) {
      if (!(error instanceof DuplicateKey) || attempt === TRIES) throw error
    }
  }
}
