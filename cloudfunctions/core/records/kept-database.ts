import { packValue } from '../crypto/pack-value'
import type { Changes, Collection, Database, Stored, Transaction } from '../platform/database'
import { createRecordKeepers, type Kept, type RecordKeeper } from './keep-record'
import type { RecordKeys } from './record-keys'

/**
 * A database whose records are sealed, referred to and vouched for as core/records/keeping.ts says. Services use it like any
 * other: they see records whole, under their own ids. What it cannot do is refused, never done in clear: finding by a sealed
 * field, changing many records at once that are vouched for one by one, a command such as `inc` on what is sealed.
 *
 * @throws RecordAltered from every read of a record that was changed by whoever does not hold the keys; a scan throws it
 *   after the last record, so that what was done to one keeps nothing from being done with the others
 */
export function keepDatabase(database: Database, keys: RecordKeys): Database {
  const keeperOf = createRecordKeepers(keys)
  return {
    command: database.command,
    collection: <T extends Stored>(name: string) => keepCollection<T>(database, name, keeperOf(name)),
    transaction: (work) =>
      database.transaction((transaction) => work(keepTransaction(transaction, keeperOf))),
  }
}

function keepCollection<T extends Stored>(
  database: Database,
  name: string,
  keeper: RecordKeeper,
): Collection<T> {
  const raw = database.collection<Kept>(name)
  const open = (kept: Kept): T => keeper.read<T>(kept).record
  return {
    async get(id) {
      const kept = await raw.get(keeper.idOf(id))
      return kept && open(kept)
    },
    insert: (record) => raw.insert(keeper.keep(record, 1)),
    put: (record) =>
      keeper.isVouchedFor
        ? database.transaction((transaction) => keepTransaction(transaction, () => keeper).put(name, record))
        : raw.put(keeper.keep(record, 1)),
    update(id, changes) {
      if (keeper.isFreelyChanged(Object.keys(changes)))
        return raw.update(keeper.idOf(id), changes as Changes<Kept>)
      return database.transaction((transaction) =>
        keepTransaction(transaction, () => keeper).update<T>(name, id, changes),
      )
    },
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
        throw new TypeError(`Records of ${name} are sealed or vouched for one by one: change them so.`)
      return raw.updateWhere(keeper.query(query, database.command), changes as Changes<Kept>)
    },
    removeWhere: (query) => raw.removeWhere(keeper.query(query, database.command)),
  }
}

function keepTransaction(transaction: Transaction, keeperOf: (name: string) => RecordKeeper): Transaction {
  const versionOf = async (name: string, keeper: RecordKeeper, _id: string) => {
    const former = keeper.isVouchedFor ? await transaction.get<Kept>(name, _id) : null
    return former ? keeper.read(former).version : 0
  }
  return {
    async get<T extends Stored>(name: string, id: string) {
      const keeper = keeperOf(name)
      const kept = await transaction.get<Kept>(name, keeper.idOf(id))
      return kept && keeper.read<T>(kept).record
    },
    insert: (name, record) => transaction.insert(name, keeperOf(name).keep(record, 1)),
    async put(name, record) {
      const keeper = keeperOf(name)
      const version = await versionOf(name, keeper, keeper.idOf(record._id))
      await transaction.put(name, keeper.keep(record, version + 1))
    },
    async update<T extends Stored>(name: string, id: string, changes: Changes<T>) {
      const keeper = keeperOf(name)
      const _id = keeper.idOf(id)
      if (keeper.isFreelyChanged(Object.keys(changes)))
        return transaction.update<Kept>(name, _id, changes as Changes<Kept>)
      const former = await transaction.get<Kept>(name, _id)
      if (!former) return false
      const { record, version } = keeper.read<T>(former)
      const changed = { ...record, ...(changes as Partial<T>) }
      if (packValue(changed) === packValue(record)) return false
      await transaction.put(name, keeper.keep(changed, version + 1))
      return true
    },
    remove: (name, id) => transaction.remove(name, keeperOf(name).idOf(id)),
  }
}
