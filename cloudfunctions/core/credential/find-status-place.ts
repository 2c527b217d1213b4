import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import type { Database } from '../platform/database'
import { placeId, type StatusPlace } from './status-place'
import { STANDING, type StatusSeries } from './status-series'

/** Lists are closed when half full, so that as many misses in a row (2⁻³²) mean a defect and not bad luck. */
const TRIES = 32

/**
 * Finds a free place at random, in a list at random, so that an index tells nothing about when it was issued
 * (draft-ietf-oauth-status-list §12.5). The place is taken when the credential's record is inserted under its id; a
 * collision there has its own name, DuplicateKey, and means: find another.
 *
 * @param randomInt an integer from 0 to below its argument
 */
export async function findStatusPlace(
  database: Database,
  randomInt: (below: number) => number,
  series: StatusSeries = STANDING,
): Promise<StatusPlace> {
  const lists = await openLists(database, series)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const list = lists[randomInt(lists.length)] as number
    const place = { list, index: randomInt(STATUS_LIST_SIZE) }
    if (!(await database.in(series.credentials).get(placeId(place)))) return place
  }
  throw new Error('No free place in the open status lists: has sweep stopped opening new ones?')
}

async function openLists(database: Database, { lists }: StatusSeries): Promise<number[]> {
  const records = database.in(lists)
  const open = await records.find({ open: true }, { limit: 100 })
  if (open.length > 0) return open.map(({ list }) => list)
  await records.insert({ _id: '1', list: 1, open: true, token: null, publishedAt: null })
  return [1]
}
