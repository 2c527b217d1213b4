import { STATUS_LIST_SIZE } from '@nansha/shared/status/status-list'
import type { Database } from '../platform/database'
import { CREDENTIALS } from '../records/credentials'
import { STATUS_LISTS } from '../records/status-lists'
import { placeId, type StatusPlace } from './status-place'

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
): Promise<StatusPlace> {
  const lists = await openLists(database)
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const list = lists[randomInt(lists.length)] as number
    const place = { list, index: randomInt(STATUS_LIST_SIZE) }
    if (!(await database.in(CREDENTIALS).get(placeId(place)))) return place
  }
  throw new Error('No free place in the open status lists: has sweep stopped opening new ones?')
}

async function openLists(database: Database): Promise<number[]> {
  const records = database.in(STATUS_LISTS)
  const open = await records.find({ open: true }, { limit: 100 })
  if (open.length > 0) return open.map(({ list }) => list)
  await records.insert({ _id: '1', list: 1, open: true, token: null, publishedAt: null })
  return [1]
}
