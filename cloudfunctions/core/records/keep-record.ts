import type { CollectionToken, Commands, Query, Stored } from '../platform/database'
import { isDefined, type Keeping } from './keeping'
import { createRecordFields, type Fields } from './record-fields'
import { type RecordKeys, requireKey } from './record-keys'

/**
 * A record that this cloud did not write in this form: the database was changed from outside. The message names no
 * person.
 */
export class RecordAltered extends Error {
  constructor(collection: string) {
    super(`A record of ${collection} is not as this cloud wrote it.`)
    this.name = 'RecordAltered'
  }
}

/** A record as it lies in the database. */
export interface Kept extends Stored {
  readonly [field: string]: unknown
}

/** Turns the records of one collection into what lies in the database, and back. */
export interface RecordKeeper {
  /** Whether each record has a version and a fingerprint of its own. */
  readonly isVouchedFor: boolean
  /** The id under which the record with this id lies. */
  idOf(id: string): string
  /** Whether these fields can be changed without the rest of the record. */
  isFreelyChanged(fields: readonly string[]): boolean
  /** @param version 1 for a new record, and one more at each change */
  keep(record: Stored, version: number): Kept
  /** @throws RecordAltered */
  read<T extends Stored>(kept: Kept): { readonly record: T; readonly version: number }
  /**
   * What to ask the database for. A field that is found by a reference takes a text, or a list of which one must be met.
   *
   * @throws TypeError for a field by which nothing can be found
   */
  query(query: Query, command: Pick<Commands, 'in'>): Query
  /** @throws TypeError for a field by which nothing can be ordered */
  requireOrdered(field: string): void
}

/** Goes up by one at each change; sealed where anything is, because how often tells something too. */
const VERSION = 'version'

/**
 * Keeps the records of each collection as its definition says.
 *
 * @param keys those that this function has. A record cannot be written without the keys that it takes, nor read without
 *   the one that vouches for it; what is sealed under a key that is not here stays closed.
 */
export function createRecordKeepers(keys: RecordKeys): (collection: CollectionToken<Stored>) => RecordKeeper {
  const keepers = new Map<string, RecordKeeper>()
  return (collection) => {
    const { name } = collection
    if (!isDefined(collection))
      throw new TypeError(`How ${name} is kept is not said: define it as core/records/keeping.ts tells.`)
    const keeper = keepers.get(name) ?? createRecordKeeper(name, collection.keeping, keys)
    keepers.set(name, keeper)
    return keeper
  }
}

function createRecordKeeper(collection: string, keeping: Keeping, keys: RecordKeys): RecordKeeper {
  const { id: idKind, asked = [], rounded = {}, sealedBy = 'data', vouchedBy } = keeping
  const lying = createRecordFields(collection, keeping, keys)
  const vouchFor = (kept: Kept): Kept =>
    vouchedBy === undefined
      ? kept
      : { ...kept, mac: requireKey(keys, vouchedBy, collection).of(collection, kept) }

  return {
    isVouchedFor: vouchedBy !== undefined,
    idOf: lying.idOf,
    isFreelyChanged: (fields) => vouchedBy === undefined && fields.every(lying.isClear),

    keep(record, version) {
      const { _id: id, ...fields } = record as Stored & Fields
      const _id = lying.idOf(id)
      const counted = vouchedBy === undefined ? {} : { [VERSION]: version }
      const rest = lying.areSealed ? lying.seal({ ...fields, ...counted, _id: id }, _id) : counted
      return vouchFor({ ...lying.inClear(fields), ...rest, _id })
    },

    read<T extends Stored>(kept: Kept) {
      const { mac, ...vouched } = kept
      if (vouchedBy && !requireKey(keys, vouchedBy, collection).isRight(collection, vouched, mac))
        throw new RecordAltered(collection)
      const { sealed, ...inClear } = vouched
      if (lying.areSealed && keys[sealedBy] && typeof sealed !== 'string') throw new RecordAltered(collection)
      const { [VERSION]: version, ...record } = { ...inClear, ...lying.open(kept) } as Fields
      return { record: record as unknown as T, version: Number(version ?? 0) }
    },

    query(query, command) {
      const entries = Object.entries(query).map(([field, value]): [string, unknown] => {
        const isReference = asked.includes(field) || (field === '_id' && idKind !== undefined)
        if (isReference && Array.isArray(value))
          return [field, command.in(value.map((one) => lying.reference(field, one)))]
        if (isReference) return [field, lying.reference(field, value)]
        if (field !== '_id') this.requireOrdered(field)
        return [field, value]
      })
      return Object.fromEntries(entries)
    },

    requireOrdered(field) {
      if (lying.isClear(field) || field in rounded) return
      throw new TypeError(
        `${collection}.${field} is sealed: nothing is found by it (core/records/keeping.ts).`,
      )
    },
  }
}
