import type { Collection, Page, Query, Stored } from './database'
import { isDuplicateKey } from './database-errors'
import {
  checkId,
  checkQuery,
  documentOperations,
  replaceWhole,
  type SdkDatabase,
  type SdkQuery,
} from './sdk-database'

const LARGEST_PAGE = 1000

/** Makes a {@link Collection} over the SDK's. */
export function createCollection<T extends Stored>(sdk: SdkDatabase, name: string): Collection<T> {
  const document = (id: string) => sdk.collection(name).doc(checkId(id))
  const matching = (query: Query) => sdk.collection(name).where(checkQuery(query))

  return {
    ...documentOperations<T>(document, sdk.command),

    async insert(value) {
      try {
        await sdk.collection(name).add({ data: { ...value, _id: checkId(value._id) } })
        return 'inserted'
      } catch (error) {
        if (isDuplicateKey(error)) return 'duplicate'
        throw error
      }
    },

    async find(query, page) {
      const { data } = await paged(matching(query), page).get()
      return data as T[]
    },

    async findOne(query) {
      const { data } = await matching(query).limit(1).get()
      return (data[0] ?? null) as T | null
    },

    scan: (query) => scanByPages<T>(sdk, name, query),

    async count(query) {
      const { total } = await matching(query).count()
      return total
    },

    async updateWhere(query, changes) {
      const { stats } = await matching(named(query)).update({ data: replaceWhole(changes, sdk.command) })
      return stats.updated
    },

    async removeWhere(query) {
      const { stats } = await matching(named(query)).remove()
      return stats.removed
    },
  }
}

/** Reads everything that matches in order of ids, a page at a time, so that what is removed meanwhile moves no page. */
async function* scanByPages<T extends Stored>(sdk: SdkDatabase, name: string, query: Query) {
  let last = ''
  for (;;) {
    const after = sdk.command.and(checkQuery(query) as Query, { _id: sdk.command.gt(last) })
    const { data } = await sdk.collection(name).where(after).orderBy('_id', 'asc').limit(LARGEST_PAGE).get()
    yield* data as T[]
    const end = data.at(-1) as T | undefined
    if (!end || data.length < LARGEST_PAGE) return
    last = end._id
  }
}

function paged(query: SdkQuery, { limit, orderBy = {}, skip = 0 }: Page): SdkQuery {
  if (!Number.isInteger(limit) || limit < 1 || limit > LARGEST_PAGE) {
    throw new RangeError(`A page holds 1 to ${LARGEST_PAGE} documents, not ${limit}.`)
  }
  const ordered = Object.entries(orderBy).reduce((sorted, [field, way]) => sorted.orderBy(field, way), query)
  return skip > 0 ? ordered.skip(skip).limit(limit) : ordered.limit(limit)
}

function named(query: Query): Query {
  if (Object.keys(query).length === 0)
    throw new TypeError('A query that changes documents must name a field.')
  return query
}
