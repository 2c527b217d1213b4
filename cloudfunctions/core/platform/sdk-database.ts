import type { Collection, Command, Commands, Stored } from './database'

/** The part of the SDK's database that the facade uses; its own types do not pass strict TypeScript. */
export interface SdkDatabase {
  readonly command: Commands
  collection(name: string): SdkCollection
  startTransaction(): Promise<SdkTransaction>
}

export interface SdkTransaction {
  collection(name: string): Pick<SdkCollection, 'doc' | 'add'>
  commit(): Promise<unknown>
  rollback(): Promise<unknown>
}

export interface SdkQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): SdkQuery
  skip(count: number): SdkQuery
  limit(count: number): SdkQuery
  get(): Promise<{ data: unknown[] }>
  count(): Promise<{ total: number }>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface SdkCollection {
  doc(id: string): SdkDocument
  add(options: { data: object }): Promise<unknown>
  where(query: object): SdkQuery
}

export interface SdkDocument {
  get(): Promise<{ data: unknown }>
  set(options: { data: object }): Promise<unknown>
  update(options: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

/** Splits off the id, which `set` and `update` refuse inside the data. */
export function withoutId(document: object): object {
  const { _id, ...fields } = document as { _id?: unknown }
  return fields
}

/**
 * Wraps plain objects in `set()`, because `update({ a: { b: 1 } })` writes only `a.b` and drops `{ a: {} }` altogether.
 * An undefined field is refused: the SDK would leave it out and report success.
 */
export function replaceWhole(changes: object, command: Commands): object {
  const entries = Object.entries(changes).map(([field, value]) => {
    if (value === undefined) throw new TypeError(`The change of field ${field} is undefined.`)
    return [field, isPlainObject(value) ? command.set(value) : value] as const
  })
  if (entries.length === 0) throw new TypeError('An update must change at least one field.')
  return Object.fromEntries(entries)
}

/**
 * Refuses what would silently widen a query: an undefined value, which the SDK drops, and a raw operator, which only
 * hostile input would bring (`{ number: { $ne: '' } }`).
 */
export function checkQuery(query: object): object {
  for (const [field, value] of Object.entries(query)) {
    if (value === undefined) throw new TypeError(`The query field ${field} is undefined.`)
    if (field.startsWith('$')) throw new TypeError(`The query names the raw operator ${field}.`)
    if (isPlainObject(value)) checkQuery(value)
  }
  return query
}

/** An empty id would name the whole collection. */
export function checkId(id: string): string {
  if (typeof id !== 'string' || id === '')
    throw new TypeError('A document id must be a text that is not empty.')
  return id
}

function isPlainObject(value: unknown): value is Exclude<object, Command> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
}

/** What a collection does with one document, in a transaction or outside. */
export function documentOperations<T extends Stored>(
  document: (id: string) => SdkDocument,
  command: Commands,
): Pick<Collection<T>, 'get' | 'put' | 'update' | 'remove'> {
  return {
    async get(id) {
      const { data } = await document(id).get()
      return data as T | null
    },

    async put(value) {
      await document(value._id).set({ data: withoutId(value) })
    },

    async update(id, changes) {
      const { stats } = await document(id).update({ data: replaceWhole(changes, command) })
      return stats.updated > 0
    },

    async remove(id) {
      const { stats } = await document(id).remove()
      return stats.removed > 0
    },
  }
}
