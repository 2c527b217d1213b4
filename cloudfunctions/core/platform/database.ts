/** What every document has. Dates are stored as dates; bytes as base64url text, for the SDK cannot carry them. */
export interface Stored {
  readonly _id: string
}

declare const DOCUMENT: unique symbol

/** Names a collection, and binds the type of its documents to the name. */
export interface CollectionToken<T extends Stored> {
  readonly name: string
  /** Never there: it carries the type alone. */
  readonly [DOCUMENT]?: T
}

/** Fields to change, each replaced whole (the SDK alone would merge nested objects), or a command such as `inc(1)`. */
export type Changes<T extends Stored> = { readonly [K in Exclude<keyof T, '_id'>]?: T[K] | Command }

/** Fields that must match: a value, or a command such as `lt(date)`. A field that is `undefined` is refused, not ignored. */
export type Query = Readonly<Record<string, unknown>>

/** {@link Query} of a collection's own fields. */
export type QueryOf<T extends Stored> = { readonly [Field in keyof T]?: unknown }

/** A query or update operator made by {@link Commands}. */
export type Command = { readonly operator: string }

/** The operators the product uses. `exists(false)`, `in([…])`, `inc(1)`, … as in the CloudBase documentation. */
export interface Commands {
  eq(value: unknown): Command
  neq(value: unknown): Command
  lt(value: unknown): Command
  lte(value: unknown): Command
  gt(value: unknown): Command
  gte(value: unknown): Command
  in(values: readonly unknown[]): Command
  nin(values: readonly unknown[]): Command
  exists(present: boolean): Command
  and(...parts: (Command | Query)[]): Command
  or(...parts: (Command | Query)[]): Command
  inc(by: number): Command
  max(value: unknown): Command
  min(value: unknown): Command
  push(...values: unknown[]): Command
  addToSet(value: unknown): Command
  pull(value: unknown): Command
  set(value: unknown): Command
  remove(): Command
}

/** How much of a result to take, in what order. */
export interface Page {
  /** At most 1,000: the platform's own cap, which it would otherwise apply in silence. */
  readonly limit: number
  readonly orderBy?: Readonly<Record<string, 'asc' | 'desc'>>
  readonly skip?: number
}

/** One collection outside any transaction. */
export interface Collection<T extends Stored> {
  /** The document, or null. */
  get(id: string): Promise<T | null>
  /** Adds a document; `duplicate` when its id or a unique field is taken, and then nothing was written. */
  insert(document: T): Promise<'inserted' | 'duplicate'>
  /** Writes a document whole, whether or not it was there. It must have a field besides `_id`. */
  put(document: T): Promise<void>
  /** Changes fields of a document; false when there is none, or when it has these values already. */
  update(id: string, changes: Changes<T>): Promise<boolean>
  /** Deletes a document; false when there was none. */
  remove(id: string): Promise<boolean>
  find(query: QueryOf<T>, page: Page): Promise<T[]>
  findOne(query: QueryOf<T>): Promise<T | null>
  /** Every matching document in order of `_id`, a page at a time, however many there are. */
  scan(query: QueryOf<T>): AsyncIterable<T>
  count(query: QueryOf<T>): Promise<number>
  /** Changes every match of a query that names at least one field; answers how many. */
  updateWhere(query: QueryOf<T>, changes: Changes<T>): Promise<number>
  /** Deletes every match of a query that names at least one field; answers how many. */
  removeWhere(query: QueryOf<T>): Promise<number>
}

/** The database of the environment. */
export interface Database {
  readonly command: Commands
  in<T extends Stored>(collection: CollectionToken<T>): Collection<T>
  /**
   * Runs `work` atomically over a snapshot. A conflict with another transaction repeats `work` from the start after a
   * short random pause, so it must have no effects but on the database; a thrown error aborts and is thrown on.
   *
   * @throws TransactionConflict when the function's time is nearly over
   * @throws DuplicateKey when an insert met a taken id or unique field: the platform has then aborted the transaction
   */
  transaction<R>(work: (transaction: Transaction) => Promise<R>): Promise<R>
}

/**
 * What may be done inside a transaction: operations on one document by its id, and no other. The SDK would run
 * `where().update()`, `where().remove()` and `count()` outside the transaction without a word.
 */
export interface Transaction {
  in<T extends Stored>(collection: CollectionToken<T>): TransactionCollection<T>
}

/** One collection inside a transaction. */
export interface TransactionCollection<T extends Stored>
  extends Pick<Collection<T>, 'get' | 'put' | 'update' | 'remove'> {
  /** @throws DuplicateKey when the id or a unique field is taken; the whole transaction is then lost */
  insert(document: T): Promise<void>
}
