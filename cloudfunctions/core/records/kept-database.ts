import { packValue } from '../crypto/pack-value'
import type {
  Changes,
  Collection,
  CollectionToken,
  Database,
  Stored,
  Transaction,
  TransactionCollection,
} from '../platform/database'
import { createRecordKeepers, type Kept, type RecordKeeper } from './keep-record'
import type { RecordKeys } from './record-keys'

/**
 * A database whose records are sealed, referred to and vouched for as the definition of their collection says. Services
 * use it like any other: they see records whole, under their own ids. What it cannot do is refused, never done in clear: finding by a sealed
 * field, changing many records at once that are vouched for one by one, a command such as `inc` on what is sealed.
 *
 * @throws RecordAltered from every read of a record that was changed by whoever does not hold the keys; a scan throws it
 *   after the last record, so that what was done to one keeps nothing from being done with the others
 */
export function keepDatabase(database: Database, keys: RecordKeys): Database {
  const keeperOf = createRecordKeepers(keys)
  return {
    command: database.command,
    in: (collection) => keepCollection(database, collection, keeperOf(collection)),
    transaction: (work) =>
      database.transaction((transaction) =>
        work({
          in: (collection) => keepInTransaction(transaction, collection, keeperOf(collection)),
        }),
      ),
  }
}

function keepCollection<T extends Stored>(
  database: Database,
  collection: CollectionToken<T>,
  keeper: RecordKeeper,
): Collection<T> {
  const raw = database.in(asKept(collection))
  const open = (kept: Kept): T => keeper.read<T>(kept).record
  const inTransaction = <R>(work: (records: TransactionCollection<T>) => Promise<R>) =>
    database.transaction((transaction) => work(keepInTransaction(transaction, collection, keeper)))
  return {
    async get(id) {
      const kept = await raw.get(keeper.idOf(id))
      return kept && open(kept)
    },
    insert: (record) => raw.insert(keeper.keep(record, 1)),
    put: (record) =>
      keeper.isVouchedFor ? inTransaction((records) => records.put(record)) : raw.put(keeper.keep(record, 1)),
    update: (id, changes) =>
      keeper.isFreelyChanged(Object.keys(changes))
        ? raw.update(keeper.idOf(id), changes as Changes<Kept>)
        : inTransaction((records) => records.update(id, changes)),
    remove: (id) => raw.remove(keeper.idOf(id)),
    async find(query, page) {
      for (const field of Object.keys(page.orderBy ?? {})) keeper.requireOrdered(field)
      return (await raw.find(keeper.query(query, database.command), page)).map(open)
    },
    async findOne(query) {
      const kept = await raw.findOne(keeper.query(query, database.command))
      return kept && open(kept)
    },
    async *scan(query) {
      let fault: unknown
      for await (const kept of raw.scan(keeper.query(query, database.command))) {
        let record: T
        try {
          record = open(kept)
        } catch (error) {
          fault ??= error
          continue
        }
        yield record
      }
      if (fault !== undefined) throw fault
    },
    count: (query) => raw.count(keeper.query(query, database.command)),
    updateWhere(query, changes) {
      if (!keeper.isFreelyChanged(Object.keys(changes)))
        throw new TypeError(
          `Records of ${collection.name} are sealed or vouched for one by one: change them so.`,
        )
      return raw.updateWhere(keeper.query(query, database.command), changes as Changes<Kept>)
    },
    removeWhere: (query) => raw.removeWhere(keeper.query(query, database.command)),
  }
}

function keepInTransaction<T extends Stored>(
  transaction: Transaction,
  collection: CollectionToken<T>,
  keeper: RecordKeeper,
): TransactionCollection<T> {
  const raw = transaction.in(asKept(collection))
  const versionOf = async (_id: string) => {
    const former = keeper.isVouchedFor ? await raw.get(_id) : null
    return former ? keeper.read(former).version : 0
  }
  return {
    async get(id) {
      const kept = await raw.get(keeper.idOf(id))
      return kept && keeper.read<T>(kept).record
    },
    insert: (record) => raw.insert(keeper.keep(record, 1)),
    async put(record) {
      const version = await versionOf(keeper.idOf(record._id))
      await raw.put(keeper.keep(record, version + 1))
    },
    async update(id, changes) {
      const _id = keeper.idOf(id)
      if (keeper.isFreelyChanged(Object.keys(changes))) return raw.update(_id, changes as Changes<Kept>)
      const former = await raw.get(_id)
      if (!former) return false
      const { record, version } = keeper.read<T>(former)
      const changed = { ...record, ...(changes as Partial<T>) }
      if (packValue(changed) === packValue(record)) return false
      await raw.put(keeper.keep(changed, version + 1))
      return true
    },
    remove: (id) => raw.remove(keeper.idOf(id)),
  }
}

/** The same collection, of which each document is as it lies in the database. */
function asKept({ name }: CollectionToken<Stored>): CollectionToken<Kept> {
  return { name }
}
