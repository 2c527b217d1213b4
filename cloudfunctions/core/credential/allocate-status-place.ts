import type { Database, Transaction } from '../platform/database'
import { DuplicateKey } from '../platform/database-errors'
import { findStatusPlace } from './find-status-place'
import type { StatusPlace } from './status-place'
import { STANDING, type StatusSeries } from './status-series'

/** Attempts at a status place, or at a number claimed meanwhile, before the failure is a defect. */
const TRIES = 4

export interface PlacePorts {
  readonly database: Database
  /** Uniform integer from 0 to below its argument. */
  readonly randomInt: (below: number) => number
}

/** Runs a transaction that issues into a free place, and again with another when somebody took it first. */
export async function allocateStatusPlace<R>(
  { database, randomInt }: PlacePorts,
  work: (transaction: Transaction, place: StatusPlace) => Promise<R>,
  series: StatusSeries = STANDING,
): Promise<R> {
  for (let attempt = 1; ; attempt++) {
    const place = await findStatusPlace(database, randomInt, series)
    try {
      return await database.transaction((transaction) => work(transaction, place))
    } catch (error) {
      if (!(error instanceof DuplicateKey) || attempt === TRIES) throw error
    }
  }
}
