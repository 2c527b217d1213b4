/** One value of DER (ITU-T X.690): tag, contents, and the bytes of both. */
export interface DerValue {
  readonly tag: number
  readonly content: Uint8Array
  readonly whole: Uint8Array
}

export const DER = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** Thrown for bytes that are not the one encoding which DER allows; caught by the readers of this folder. */
export class DerFault extends Error {}

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
    if ((tag & 0x1f) === 0x1f) throw new DerFault('a tag of several bytes')
    const { length, start } = readLength(bytes, at + 1)
    const end = start + length
    if (end > bytes.length) throw new DerFault('a length beyond the end')
    values.push({ tag, content: bytes.subarray(start, end), whole: bytes.subarray(at, end) })
    at = end
  }
  return values
}

/** Reads the members of a value that must have this tag. @throws DerFault */
export function membersOf(value: DerValue | undefined, tag: number = DER.sequence): DerValue[] {
  return readDer(contentOf(value, tag))
}

/** @throws DerFault unless the value is there and has this tag */
export function contentOf(value: DerValue | undefined, tag: number): Uint8Array {
  if (value?.tag !== tag) throw new DerFault('another tag')
  return value.content
}

/** Bytes of a bit string whose bits fill them. @throws DerFault */
export function bitsOf(value: DerValue | undefined): Uint8Array {
  const content = contentOf(value, DER.bitString)
  if (content[0] !== 0) throw new DerFault('bits that do not fill their bytes')
  return content.subarray(1)
}

/** Big-endian bytes of a positive integer without the leading zero of its sign. @throws DerFault */
export function positiveInteger(value: DerValue | undefined): Uint8Array {
  const content = contentOf(value, DER.integer)
  const [first = 0x80, second = 0x80] = content
  if (content.length === 0 || first >= 0x80) throw new DerFault('no positive integer')
  if (first === 0 && content.length > 1 && second < 0x80) throw new DerFault('a needless zero')
  return first === 0 ? content.subarray(1) : content
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
  if (byte === undefined) throw new DerFault('an end too soon')
  return byte
}

function readLength(bytes: Uint8Array, at: number): { length: number; start: number } {
  const first = byteAt(bytes, at)
  if (first < 0x80) return { length: first, start: at + 1 }
  const count = first & 0x7f
  if (count === 0 || count > 3) throw new DerFault('an indefinite or huge length')
  let length = 0
  for (let i = 1; i <= count; i++) length = length * 256 + byteAt(bytes, at + i)
  if (length < 0x80 || length < 256 ** (count - 1)) throw new DerFault('a length that could be shorter')
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
