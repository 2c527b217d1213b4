import { aggregate } from './aggregate'
import { candidates } from './candidates'
import { type Catalogue, type CollectionDefinition, openCatalogue } from './catalogue'
import type { Document } from './ejson'
import { type Engine, openEngine } from './engine'
import { type FindRequest, findIn } from './find'
import { compileQuery } from './match'
import { KEY_VERSION, orderKey } from './order-key'
import { createPlainWrites, type PlainWrites } from './plain-writes'
import { findById, indexRow, readRow, type StoredDocument } from './rows'
import { createTransactionOperations, type TransactionOperations } from './transaction-operations'
import { createTransactions, type Transactions } from './transactions'
import { createVersions } from './versions'

/** The document database of the environment. */
export interface Store {
  readonly engine: Engine
  readonly writes: PlainWrites
  readonly transactions: Transactions
  readonly operations: TransactionOperations
  readonly catalogue: Catalogue
  createCollection(name: string): Promise<void>
  get(collection: string, id: Document['_id']): Document | null
  find(collection: string, request: FindRequest): Document[]
  /** Documents in order of insertion, without a query: the work is bounded by the page. */
  page(collection: string, offset: number, limit: number): Document[]
  count(collection: string, query: Document): number
  aggregate(collection: string, pipeline: readonly Document[]): Document[]
  close(): void
}

/**
 * Opens the database of a data folder and makes its collections and indexes what the checked-in file says.
 *
 * @throws Error with one plain sentence when the folder is damaged or cannot be written
 */
export async function openStore(
  dataDir: string,
  collections: readonly CollectionDefinition[],
): Promise<Store> {
  return openStoreIn(openEngine(dataDir), collections)
}

/** As {@link openStore}, over an engine that is open already. */
export async function openStoreIn(
  engine: Engine,
  collections: readonly CollectionDefinition[],
): Promise<Store> {
  const catalogue = await prepareCatalogue(engine, collections)

  const versions = createVersions()
  const transactions = createTransactions(engine, versions)
  const documents = function* (collection: string, query: Document): Iterable<Document> {
    yield* contents(candidates(engine, catalogue.collection(collection), query).documents)
  }

  return {
    engine,
    catalogue,
    transactions,
    writes: createPlainWrites(engine, versions, transactions.locks),
    operations: createTransactionOperations(engine, versions, transactions),
    createCollection: (name) => engine.write(() => catalogue.create(name)).finally(() => catalogue.reload()),
    get: (collection, id) =>
      findById(engine, catalogue.collection(collection), orderKey(id))?.document ?? null,
    find(collection, request) {
      const { documents: found, sorted } = candidates(
        engine,
        catalogue.collection(collection),
        request.query,
        request.order,
      )
      return findIn(contents(found), sorted, request)
    },
    page(collection, offset, limit) {
      const { table } = catalogue.collection(collection)
      const sql = `SELECT number, id, body FROM ${table} ORDER BY number LIMIT ? OFFSET ?`
      return engine.all(sql, limit, offset).map((row) => readRow(row).document)
    },
    count(collection, query) {
      const matches = compileQuery(query)
      const { table } = catalogue.collection(collection)
      if (Object.keys(query).length === 0)
        return Number(engine.get(`SELECT COUNT(*) AS total FROM ${table}`)?.total)
      let total = 0
      for (const document of documents(collection, query)) total += Number(matches(document))
      return total
    },
    aggregate(collection, pipeline) {
      catalogue.collection(collection)
      return aggregate((name, query) => documents(name ?? collection, query), pipeline)
    },
    close() {
      transactions.abortAll()
      engine.close()
    },
  }
}

async function prepareCatalogue(
  engine: Engine,
  collections: readonly CollectionDefinition[],
): Promise<Catalogue> {
  try {
    return await engine.write(() => {
      const catalogue = openCatalogue(engine)
      renewKeys(engine, catalogue)
      catalogue.ensure(collections, (collection, index) => {
        for (const row of engine.all(`SELECT number, id, body FROM ${collection.table}`)) {
          indexRow(engine, collection, index, readRow(row))
        }
      })
      return catalogue
    })
  } catch (error) {
    engine.close()
    throw error
  }
}

/** Writes the keys of a data folder anew that an older localcloud made. */
function renewKeys(engine: Engine, catalogue: Catalogue): void {
  const version = engine.get("SELECT value FROM settings WHERE name = 'keyVersion'")?.value
  if (version === String(KEY_VERSION)) return
  for (const collection of catalogue.names().map((name) => catalogue.collection(name))) {
    for (const index of collection.indexes) engine.exec(`DELETE FROM ${index.table}`)
    for (const row of engine.all(`SELECT number, id, body FROM ${collection.table}`)) {
      const stored = readRow(row)
      engine.run(
        `UPDATE ${collection.table} SET id = ? WHERE number = ?`,
        orderKey(stored.document._id),
        stored.number,
      )
      for (const index of collection.indexes) indexRow(engine, collection, index, stored)
    }
  }
  engine.run("INSERT OR REPLACE INTO settings VALUES ('keyVersion', ?)", String(KEY_VERSION))
}

function* contents(stored: Iterable<StoredDocument>): Iterable<Document> {
  for (const { document } of stored) yield document
}
