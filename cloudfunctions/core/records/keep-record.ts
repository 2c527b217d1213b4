import { padText } from '../crypto/envelope'
import { packValue, unpackValue } from '../crypto/pack-value'
import type { CollectionToken, Commands, Query, Stored } from '../platform/database'
import { isDefined, type Keeping } from './keeping'
import type { RecordKeys } from './record-keys'

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

type Fields = Record<string, unknown>

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
/** Filled up to a multiple of this, unless the collection says otherwise. */
const PAD_BYTES = 512

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
  const {
    id: idKind,
    clear,
    asked = [],
    rounded = {},
    sealedBy = 'data',
    pad = PAD_BYTES,
    vouchedBy,
  } = keeping
  const isClearField = (field: string) => clear === 'all' || clear.includes(field)
  const seals = clear !== 'all' && idKind !== 'forgotten'
  const need = <Name extends keyof RecordKeys>(name: Name): NonNullable<RecordKeys[Name]> => {
    const key = keys[name]
    if (key === undefined)
      throw new TypeError(`Records of ${collection} take the ${name} key, which is not here.`)
    return key
  }
  const reference = (field: string, value: unknown) => {
    if (value === null || value === undefined) return value
    if (typeof value !== 'string') throw new TypeError(`${collection}.${field} is found by a text alone.`)
    return need('reference')(`${collection}.${field}`, value)
  }
  const idOf = (id: string) => (idKind === undefined ? id : (reference('_id', id) as string))
  const contextOf = (_id: string) => ({ collection, id: _id, field: 'sealed' })

  const lieInClear = (record: Fields): Fields => {
    const entries = Object.entries(record).flatMap(([field, value]): [string, unknown][] => {
      const step = rounded[field]
      if (step !== undefined && value instanceof Date) return [[field, roundUp(value, step)]]
      if (asked.includes(field)) return [[field, reference(field, value)]]
      return isClearField(field) ? [[field, value]] : []
    })
    return Object.fromEntries(entries)
  }
  const lieSealed = (record: Fields, _id: string): Fields => {
    const fields = Object.entries(record).filter(([field]) => !isClearField(field))
    const kept = idKind === 'blind' ? fields : fields.filter(([field]) => field !== '_id')
    return { sealed: need(sealedBy).seal(contextOf(_id), padText(packValue(Object.fromEntries(kept)), pad)) }
  }
  const openSealed = ({ _id, sealed }: Kept): Fields => {
    const envelopes = keys[sealedBy]
    if (!envelopes || typeof sealed !== 'string') return {}
    return unpackValue(envelopes.open(contextOf(_id), sealed).toString()) as Fields
  }

  return {
    isVouchedFor: vouchedBy !== undefined,
    idOf,
    isFreelyChanged: (fields) => vouchedBy === undefined && fields.every(isClearField),

    keep(record, version) {
      const { _id: id, ...fields } = record as Stored & Fields
      const _id = idOf(id)
      const counted = vouchedBy === undefined ? {} : { [VERSION]: version }
      const kept: Kept = {
        ...lieInClear(fields),
        ...(seals ? lieSealed({ ...fields, ...counted, _id: id }, _id) : counted),
        _id,
      }
      return vouchedBy === undefined ? kept : { ...kept, mac: need(vouchedBy).of(collection, kept) }
    },

    read<T extends Stored>(kept: Kept) {
      const { mac, ...vouched } = kept
      if (vouchedBy && !need(vouchedBy).isRight(collection, vouched, mac)) throw new RecordAltered(collection)
      const { sealed, ...inClear } = vouched
      if (seals && keys[sealedBy] && typeof sealed !== 'string') throw new RecordAltered(collection)
      const { [VERSION]: version, ...record } = { ...inClear, ...openSealed(kept) } as Fields
      return { record: record as unknown as T, version: Number(version ?? 0) }
    },

    query(query, command) {
      const entries = Object.entries(query).map(([field, value]): [string, unknown] => {
        const isReference = asked.includes(field) || (field === '_id' && idKind !== undefined)
        if (isReference && Array.isArray(value))
          return [field, command.in(value.map((one) => reference(field, one)))]
        if (isReference) return [field, reference(field, value)]
        if (field !== '_id') this.requireOrdered(field)
        return [field, value]
      })
      return Object.fromEntries(entries)
    },

    requireOrdered(field) {
      if (isClearField(field) || field in rounded) return
      throw new TypeError(
        `${collection}.${field} is sealed: nothing is found by it (core/records/keeping.ts).`,
      )
    },
  }
}

function roundUp(time: Date, step: number): Date {
  return new Date(Math.ceil(time.getTime() / step) * step)
}
