import type { CollectionToken, Stored } from '../platform/database'

/** How the records of a collection lie in the database. */
export interface Keeping {
  /**
   * `blind`: the record lies under a keyed reference in place of its `_id`, which is sealed with it.
   * `forgotten`: likewise, and the `_id` is kept nowhere.
   */
  readonly id?: 'blind' | 'forgotten'
  /** Fields that lie there as they are; every other field is sealed. `all` seals nothing. */
  readonly clear: readonly string[] | 'all'
  /** Sealed fields that can be asked for, by equality: a keyed reference lies in their place. */
  readonly asked?: readonly string[]
  /** Sealed times that can be asked for by comparison: rounded up to a multiple of so many milliseconds, they lie there. */
  readonly rounded?: Readonly<Record<string, number>>
  /** Which key seals; the PIN is sealed by a key that `wallet` alone has. */
  readonly sealedBy?: 'data' | 'pin' | 'guest'
  /** What is sealed is filled up to a multiple of so many bytes, so that its length tells nothing. */
  readonly pad?: number
  /** Which key vouches for the record against whoever can write the database but holds no key. */
  readonly vouchedBy?: 'record' | 'staff' | 'stay'
}

interface KeepingOf<T extends Stored> extends Omit<Keeping, 'rounded'> {
  readonly clear: readonly (keyof T & string)[] | 'all'
  readonly asked?: readonly (keyof T & string)[]
  readonly rounded?: { readonly [Field in keyof T & string]?: number }
}

/** A collection of which is said how its records are kept. */
export interface DefinedCollection<T extends Stored> extends CollectionToken<T> {
  readonly keeping: Keeping
}

/**
 * Names a collection, the type of its records, and how they are kept: what lies in clear, what is sealed, what can be
 * found, and what is vouched for. docs/privacy.md has the table of all of them and says what follows for whoever reads
 * the database, docs/limits.md for whoever writes it.
 *
 * @param name as in `cloudfunctions/deploy/collections.json`; each is defined once
 */
export function defineCollection<T extends Stored>(
  name: string,
  keeping: KeepingOf<T>,
): DefinedCollection<T> {
  return { name, keeping: keeping as Keeping }
}

/** The same collection where it holds documents of a second type, told apart by their ids. */
export function documentsIn<T extends Stored>({
  name,
  keeping,
}: DefinedCollection<Stored>): DefinedCollection<T> {
  return { name, keeping }
}

export function isDefined<T extends Stored>(
  collection: CollectionToken<T>,
): collection is DefinedCollection<T> {
  return 'keeping' in collection
}
