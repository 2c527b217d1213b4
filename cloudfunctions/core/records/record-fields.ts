import { padText } from '../crypto/envelope'
import { packValue, unpackValue } from '../crypto/pack-value'
import type { Keeping } from './keeping'
import { type RecordKeys, requireKey } from './record-keys'

export type Fields = Record<string, unknown>

/** How the fields of one collection's records lie in the database: in clear, as references, rounded up, or sealed. */
export interface RecordFields {
  /** Whether anything of a record is sealed. */
  readonly areSealed: boolean
  /** Whether a field lies there as it is. */
  isClear(field: string): boolean
  /** The id under which the record with this id lies. */
  idOf(id: string): string
  /** What lies in place of a text by which the record can be found. @throws TypeError for any other value */
  reference(field: string, value: unknown): unknown
  /** What can be read or found without the key that seals. */
  inClear(record: Fields): Fields
  /** The rest, sealed for the record that lies under `_id`. */
  seal(record: Fields, _id: string): Fields
  /** Nothing when the key that seals is not here. */
  open(kept: { readonly _id: string; readonly sealed?: unknown }): Fields
}

/** What is sealed is filled up to a multiple of this, unless the collection says otherwise. */
const PAD_BYTES = 512

export function createRecordFields(collection: string, keeping: Keeping, keys: RecordKeys): RecordFields {
  const { id: idKind, clear, asked = [], rounded = {}, sealedBy = 'data', pad = PAD_BYTES } = keeping
  const isClear = (field: string) => clear === 'all' || clear.includes(field)
  const contextOf = (_id: string) => ({ collection, id: _id, field: 'sealed' })
  const reference = (field: string, value: unknown) => {
    if (value === null || value === undefined) return value
    if (typeof value !== 'string') throw new TypeError(`${collection}.${field} is found by a text alone.`)
    return requireKey(keys, 'reference', collection)(`${collection}.${field}`, value)
  }

  return {
    areSealed: clear !== 'all' && idKind !== 'forgotten',
    isClear,
    reference,
    idOf: (id) => (idKind === undefined ? id : (reference('_id', id) as string)),

    inClear(record) {
      const entries = Object.entries(record).flatMap(([field, value]): [string, unknown][] => {
        const step = rounded[field]
        if (step !== undefined && value instanceof Date) return [[field, roundUp(value, step)]]
        if (asked.includes(field)) return [[field, reference(field, value)]]
        return isClear(field) ? [[field, value]] : []
      })
      return Object.fromEntries(entries)
    },

    seal(record, _id) {
      const fields = Object.entries(record).filter(([field]) => !isClear(field))
      const kept = idKind === 'blind' ? fields : fields.filter(([field]) => field !== '_id')
      const text = padText(packValue(Object.fromEntries(kept)), pad)
      return { sealed: requireKey(keys, sealedBy, collection).seal(contextOf(_id), text) }
    },

    open({ _id, sealed }) {
      const envelopes = keys[sealedBy]
      if (!envelopes || typeof sealed !== 'string') return {}
      return unpackValue(envelopes.open(contextOf(_id), sealed).toString()) as Fields
    },
  }
}

function roundUp(time: Date, step: number): Date {
  return new Date(Math.ceil(time.getTime() / step) * step)
}
