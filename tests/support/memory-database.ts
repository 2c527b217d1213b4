import type {
  Changes,
  Collection,
  Command,
  Commands,
  Database,
  Page,
  Query,
  Stored,
  Transaction,
} from '@nansha/core/platform/database'
import { DuplicateKey } from '@nansha/core/platform/database-errors'
import { find } from 'mingo'

type Rows = Map<string, Stored>

/**
 * The database port in memory, for services tested without a cloud: one transaction at a time, undone when it throws.
 * What the real store does is tested through the real SDK on localcloud.
 */
export function createMemoryDatabase(): Database & { dump(): Record<string, Stored[]> } {
  const collections = new Map<string, Rows>()
  const rows = (name: string): Rows => {
    const known = collections.get(name) ?? new Map()
    collections.set(name, known)
    return known
  }
  let last: Promise<unknown> = Promise.resolve()

  const transaction = <R>(work: (transaction: Transaction) => Promise<R>): Promise<R> => {
    const run = last.then(async () => {
      const before = new Map([...collections].map(([name, documents]) => [name, new Map(documents)]))
      try {
        return await work(operations(rows))
      } catch (error) {
        collections.clear()
        for (const [name, documents] of before) collections.set(name, documents)
        throw error
      }
    })
    last = run.catch(() => undefined)
    return run
  }

  return {
    command: commands,
    collection: <T extends Stored>(name: string) => collection<T>(() => rows(name)),
    transaction,
    dump: () =>
      Object.fromEntries(
        [...collections]
          .filter(([, documents]) => documents.size > 0)
          .map(([name, documents]) => [name, [...documents.values()]]),
      ),
  }
}

function collection<T extends Stored>(rows: () => Rows): Collection<T> {
  const matches = (query: Query) => find<T>([...rows().values()] as T[], { ...query }).all() as T[]
  return {
    get: async (id) => (rows().get(id) as T | undefined) ?? null,
    insert: async (document) => {
      if (rows().has(document._id)) return 'duplicate'
      rows().set(document._id, structuredClone(document))
      return 'inserted'
    },
    put: async (document) => void rows().set(document._id, structuredClone(document)),
    update: async (id, changes) => change(rows(), id, changes),
    remove: async (id) => rows().delete(id),
    find: async (query, page) => paged(matches(query), page),
    findOne: async (query) => matches(query)[0] ?? null,
    async *scan(query) {
      yield* matches(query).sort((a, b) => (a._id < b._id ? -1 : 1))
    },
    count: async (query) => matches(query).length,
    updateWhere: async (query, changes) =>
      matches(query).filter(({ _id }) => change(rows(), _id, changes)).length,
    removeWhere: async (query) => matches(query).filter(({ _id }) => rows().delete(_id)).length,
  }
}

function operations(rows: (name: string) => Rows): Transaction {
  return {
    get: async <T extends Stored>(name: string, id: string) => (rows(name).get(id) as T | undefined) ?? null,
    insert: async (name, document) => {
      if (rows(name).has(document._id)) throw new DuplicateKey(name, undefined)
      rows(name).set(document._id, structuredClone(document))
    },
    put: async (name, document) => void rows(name).set(document._id, structuredClone(document)),
    update: async (name, id, changes) => change(rows(name), id, changes),
    remove: async (name, id) => rows(name).delete(id),
  }
}

function change<T extends Stored>(rows: Rows, id: string, changes: Changes<T>): boolean {
  const document = rows.get(id) as Record<string, unknown> & Stored
  if (!document) return false
  const changed = { ...document }
  for (const [field, value] of Object.entries(changes)) {
    const by = (value as { $inc?: number } | null)?.$inc
    changed[field] = by === undefined ? structuredClone(value) : ((document[field] as number) ?? 0) + by
  }
  rows.set(id, changed)
  return true
}

function paged<T>(documents: T[], { limit, orderBy = {}, skip = 0 }: Page): T[] {
  const sorted = Object.entries(orderBy).reduceRight((list, [field, way]) => {
    const value = (document: T) => (document as Record<string, number>)[field] ?? 0
    return list.sort(
      (a, b) => (way === 'asc' ? 1 : -1) * (value(a) > value(b) ? 1 : value(a) < value(b) ? -1 : 0),
    )
  }, documents)
  return sorted.slice(skip, skip + limit)
}

const operator = (name: string) => (value: unknown) => ({ [name]: value }) as unknown as Command
const list =
  (name: string) =>
  (...values: unknown[]) =>
    ({ [name]: values }) as unknown as Command

const commands: Commands = {
  eq: operator('$eq'),
  neq: operator('$ne'),
  lt: operator('$lt'),
  lte: operator('$lte'),
  gt: operator('$gt'),
  gte: operator('$gte'),
  in: operator('$in'),
  nin: operator('$nin'),
  exists: operator('$exists'),
  and: list('$and'),
  or: list('$or'),
  inc: operator('$inc'),
  max: operator('$max'),
  min: operator('$min'),
  push: list('$push'),
  addToSet: operator('$addToSet'),
  pull: operator('$pull'),
  set: operator('$set'),
  remove: () => ({ $unset: true }) as unknown as Command,
}
