import * as v from 'valibot'
import { invalid, PlatformError } from '../platform-error'
import type { Engine } from './engine'

/** An index of `collections.json`: field → 1 or -1, in order. The platform knows unique ones, but no partial ones. */
export const indexSchema = v.strictObject({
  name: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]+$/)),
  unique: v.boolean(),
  fields: v.record(v.string(), v.picklist([1, -1])),
})
export type IndexDefinition = v.InferOutput<typeof indexSchema>

/** An index as stored: its table holds one row (key, document) for each key of each document. */
export interface Index extends IndexDefinition {
  readonly table: string
  readonly paths: readonly string[]
}

/** A collection of `collections.json`. */
export interface CollectionDefinition {
  readonly name: string
  readonly indexes: readonly IndexDefinition[]
}

/** A collection and the table that holds its documents in order of insertion. */
export interface CollectionTable {
  readonly name: string
  readonly table: string
  readonly indexes: readonly Index[]
}

/** The collections of the environment. */
export interface Catalogue {
  names(): string[]
  /** @throws PlatformError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): CollectionTable
  create(name: string): void
  /** Reads the catalogue again, after a change that could not be committed. */
  reload(): void
  /** Makes the collections and their indexes what the checked-in file says; documents already there are indexed. */
  ensure(
    definitions: readonly CollectionDefinition[],
    reindex: (table: CollectionTable, index: Index) => void,
  ): void
}

/** Opens the catalogue. All changes must run inside {@link Engine.write}. */
export function openCatalogue(engine: Engine): Catalogue {
  engine.exec(`
    CREATE TABLE IF NOT EXISTS collections (number INTEGER PRIMARY KEY, name TEXT UNIQUE NOT NULL);
    CREATE TABLE IF NOT EXISTS indexes (number INTEGER PRIMARY KEY, collection INTEGER NOT NULL, definition TEXT NOT NULL);
  `)
  let tables = load(engine)
  return {
    names: () => [...tables.keys()].sort(),
    collection(name) {
      const table = tables.get(name)
      if (table) return table
      if (typeof name !== 'string' || name === '') throw invalid('collectionName is missing.')
      throw new PlatformError('DATABASE_COLLECTION_NOT_EXIST', `Db or Table not exist: ${name}.`)
    },
    create(name) {
      if (tables.has(name)) {
        throw new PlatformError(
          'DATABASE_COLLECTION_ALREADY_EXIST',
          `Table exist: the collection ${name} is there already.`,
        )
      }
      createCollection(engine, name)
      tables = load(engine)
    },
    reload() {
      tables = load(engine)
    },
    ensure(definitions, reindex) {
      const made = definitions.filter(({ name }) => !tables.has(name)).map(({ name }) => name)
      for (const name of made) createCollection(engine, name)
      dropIndexes(engine, definitions)
      const kept = load(engine)
      const fresh = definitions.flatMap(({ name, indexes }) => {
        const known = kept.get(name)?.indexes.map((index) => index.name)
        return indexes.filter((index) => !known?.includes(index.name)).map((index) => ({ name, index }))
      })
      for (const { name, index } of fresh) createIndex(engine, name, index)
      tables = load(engine)
      // A collection that was just made has nothing to index.
      for (const { name, index } of fresh.filter((one) => !made.includes(one.name))) {
        const table = this.collection(name)
        for (const own of table.indexes) if (own.name === index.name) reindex(table, own)
      }
    },
  }
}

function load(engine: Engine): Map<string, CollectionTable> {
  const indexes = engine.all('SELECT number, collection, definition FROM indexes ORDER BY number')
  const tables = engine
    .all('SELECT number, name FROM collections')
    .map(({ number, name }): CollectionTable => {
      const own = indexes.filter((index) => index.collection === number)
      return {
        name: String(name),
        table: `documents_${number}`,
        indexes: own.map((index) => {
          const definition = JSON.parse(String(index.definition)) as IndexDefinition
          return { ...definition, table: `index_${index.number}`, paths: Object.keys(definition.fields) }
        }),
      }
    })
  return new Map(tables.map((table) => [table.name, table]))
}

function createCollection(engine: Engine, name: string): void {
  if (!/^[A-Za-z0-9_-]{1,64}$/.test(name))
    throw invalid('A collection name has 1 to 64 letters, digits, _ or -.')
  const { lastInsertRowid } = engine.run('INSERT INTO collections (name) VALUES (?)', name)
  engine.exec(
    `CREATE TABLE documents_${lastInsertRowid} (number INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, body TEXT NOT NULL)`,
  )
}

function createIndex(engine: Engine, collection: string, index: IndexDefinition): void {
  const { lastInsertRowid } = engine.run(
    'INSERT INTO indexes (collection, definition) SELECT number, ? FROM collections WHERE name = ?',
    JSON.stringify(index),
    collection,
  )
  engine.exec(
    `CREATE TABLE index_${lastInsertRowid} (key TEXT NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (key, document)) WITHOUT ROWID`,
  )
}

/** Drops the indexes that the definitions of their collections do not have, or have otherwise. */
function dropIndexes(engine: Engine, definitions: readonly CollectionDefinition[]): void {
  const wanted = new Map(
    definitions.map(({ name, indexes }) => [name, indexes.map((index) => JSON.stringify(index))]),
  )
  const rows = engine.all(
    'SELECT i.number, i.definition, c.name FROM indexes i JOIN collections c ON c.number = i.collection',
  )
  for (const { number, definition, name } of rows) {
    if (wanted.get(String(name))?.includes(String(definition)) ?? true) continue
    engine.exec(`DROP TABLE index_${number}`)
    engine.run('DELETE FROM indexes WHERE number = ?', number ?? null)
  }
}
