import { LONG_TERM } from '../card-validity'
import type { ClaimName } from '../claims'
import { LICENCE_STATUSES } from '../documents/driving-licence'
import { concatBytes } from '../encoding/bytes'
import { decodeUtf8, encodeUtf8 } from '../encoding/utf8'

/** How one claim lies in a frame of version 2: it says itself where it ends. */
interface Field {
  write(value: string): Uint8Array
  /** @returns the value and what follows it, or `undefined` for bytes that `write` does not make */
  read(bytes: Uint8Array): readonly [value: string, rest: Uint8Array] | undefined
}

/** A length, then that many bytes of UTF-8. */
const text: Field = {
  write(value) {
    const bytes = encodeUtf8(value)
    if (bytes.length === 0 || bytes.length > 0xff) throw new RangeError('A text too long for a frame.')
    return concatBytes(Uint8Array.of(bytes.length), bytes)
  },
  read(bytes) {
    const end = 1 + (bytes[0] ?? 0)
    const value = bytes.length < end ? undefined : decodeUtf8(bytes.slice(1, end))
    return value ? [value, bytes.slice(end)] : undefined
  },
}

const lastFour: Field = {
  write: encodeUtf8,
  read(bytes) {
    const value = decodeUtf8(bytes.slice(0, 4))
    return value && /^\d{3}[\dX]$/.test(value) ? [value, bytes.slice(4)] : undefined
  },
}

/** The place in the list of them, which only ever grows. */
const licenceStatus: Field = {
  write(value) {
    const place = LICENCE_STATUSES.findIndex((status) => status === value)
    if (place < 0) throw new RangeError('A status that no frame can say.')
    return Uint8Array.of(place)
  },
  read(bytes) {
    const value = LICENCE_STATUSES[bytes[0] ?? LICENCE_STATUSES.length]
    return value && [value, bytes.slice(1)]
  },
}

/** Year, month and day as one number of four bytes, `20330608`; 0 for a licence that never ends. */
const lastDay: Field = {
  write(value) {
    const bytes = new Uint8Array(4)
    new DataView(bytes.buffer).setUint32(0, value === LONG_TERM ? 0 : Number(value.replace(/-/g, '')))
    return bytes
  },
  read(bytes) {
    if (bytes.length < 4) return undefined
    const number = new DataView(bytes.slice(0, 4).buffer).getUint32(0)
    const day = String(number).replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    const value = number === 0 ? LONG_TERM : day
    return number === 0 || day.length === 10 ? [value, bytes.slice(4)] : undefined
  },
}

const FIELDS: Partial<Record<ClaimName, Field>> = {
  name: text,
  id_number_last4: lastFour,
  vehicle_classes: text,
  licence_status: licenceStatus,
  licence_valid_until: lastDay,
}

/** @param names in the order of the scenario. @throws RangeError for a claim that no frame has a place for */
export function packFields(
  names: readonly ClaimName[],
  claims: Readonly<Record<string, unknown>>,
): Uint8Array {
  return concatBytes(
    ...names.map((name) => {
      const field = FIELDS[name]
      const value = claims[name]
      if (!field || typeof value !== 'string') throw new RangeError(`A frame has no place for ${name}.`)
      return field.write(value)
    }),
  )
}

/** @returns the claims in their order, or `undefined` unless the bytes are exactly theirs */
export function readFields(
  names: readonly ClaimName[],
  bytes: Uint8Array,
): Readonly<Record<string, string>> | undefined {
  const claims: Record<string, string> = {}
  let rest = bytes
  for (const name of names) {
    const read = FIELDS[name]?.read(rest)
    if (!read) return undefined
    ;[claims[name], rest] = [read[0], read[1]]
  }
  return rest.length === 0 ? claims : undefined
}
