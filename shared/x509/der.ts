import * as DER from './der-tags'

/** One value of DER (ITU-T X.690): tag, contents, and the bytes of both. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

/** Thrown for bytes that are not the one encoding which DER allows; caught by the readers of this folder. */
export class DerFault extends Error {}

/** @throws DerFault unless it is so */
export function requireThat(isSo: boolean): asserts isSo {
  if (!isSo) throw new DerFault()
}

/**
 * Reads values that lie one behind another and fill the bytes exactly. Refused are indefinite lengths, lengths that could be
 * written shorter, and tags above 30: each would let one certificate be written in two ways.
 *
 * @throws DerFault
 */
export function readDer(bytes: Uint8Array): DerValue[] {
  const values: DerValue[] = []
  for (let at = 0; at < bytes.length; ) {
    const tag = byteAt(bytes, at)
    requireThat((tag & 0x1f) !== 0x1f)
    const { length, start } = readLength(bytes, at + 1)
    const end = start + length
    requireThat(end <= bytes.length)
    values.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) })
    at = end
  }
  return values
}

/** Reads the one value that fills the bytes. @throws DerFault */
export function readOne(bytes: Uint8Array): DerValue {
  const [value, ...more] = readDer(bytes)
  requireThat(value !== undefined && more.length === 0)
  return value
}

/** Reads the members of a value that must have this tag. @throws DerFault */
export function membersOf(value: DerValue | undefined, tag: number = DER.sequence): DerValue[] {
  return readDer(contentOf(value, tag))
}

/** @throws DerFault unless the value is there and has this tag */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
  requireThat(value?.tag === tag)
  return value.content
}

/** Bytes of a bit string whose bits fill them. @throws DerFault */
export function bitsOf(value: DerValue | undefined): Uint8Array {
  const content = contentOf(value, DER.bitString)
  requireThat(content[0] === 0)
  return content.subarray(1)
}

/** Big-endian bytes of a positive integer without the leading zero of its sign. @throws DerFault */
export function positiveInteger(value: DerValue | undefined): Uint8Array {
  const content = contentOf(value, DER.integer)
  const [first = 0x80, second = 0x80] = content
  requireThat(first < 0x80)
  if (first !== 0) return content
  // The zero is needed before a byte that would read as a sign, and for zero itself.
  requireThat(second >= 0x80)
  return content.subarray(1)
}

/** Writes one value. @param parts of its contents */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const head = length < 0x80 ? [tag, length] : [tag, ...longLength(length)]
  const bytes = new Uint8Array(head.length + length)
  bytes.set(head)
  let at = head.length
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}

/** Writes a positive integer from its big-endian bytes. */
export function writeInteger(bytes: Uint8Array): Uint8Array {
  let start = 0
  while (start < bytes.length - 1 && bytes[start] === 0) start++
  const digits = bytes.subarray(start)
  return (digits[0] ?? 0) >= 0x80
    ? writeDer(DER.integer, Uint8Array.of(0), digits)
    : writeDer(DER.integer, digits)
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at]
  requireThat(byte !== undefined)
  return byte
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = byteAt(bytes, at)
  if (first < 0x80) return { length: first, start: at + 1 }
  const count = first & 0x7f
  // None of these bytes is the indefinite form; more than three are no certificate.
  requireThat(count > 0 && count <= 3)
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + byteAt(bytes, at + i)
  requireThat(length >= 0x80 && length >= 256 ** (count - 1))
  return { length, start: at + 1 + count }
}

function longLength(length: number): number[] {
  const digits: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) digits.unshift(rest % 256)
  return [0x80 | digits.length, ...digits]
}

export function asciiOf(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes)
}
