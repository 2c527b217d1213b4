import {
  bitsOf,
  contentOf,
  DerFault,
  membersOf,
  positiveInteger,
  readDer,
  writeDer,
  writeInteger,
} from '@nansha/shared/x509/der'
import * as DER from '@nansha/shared/x509/der-tags'
import { expect, it } from 'vitest'

const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'))
const one = (text: string) => readDer(hex(text))[0]
const plain = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

it('values lie one behind another, each with its tag, its contents and all of its bytes', () => {
  const values = readDer(hex('02 01 05 30 03 0c 01 41'))
  expect(values.map(({ tag, content, whole }) => [tag, plain(content), plain(whole)])).toEqual([
    [2, '05', '020105'],
    [0x30, '0c0141', '30030c0141'],
  ])
  expect(membersOf(values[1]).map(({ tag }) => tag)).toEqual([DER.utf8String])
  expect(readDer(new Uint8Array(0))).toEqual([])
})

it.each([0, 127, 128, 255, 256, 65_535, 65_536])(
  'a value of %i bytes is read as it was written',
  (length) => {
    const content = new Uint8Array(length).fill(7)
    const written = writeDer(DER.octetString, content.subarray(0, 3), content.subarray(3))
    const [read, ...more] = readDer(written)
    expect(more).toEqual([])
    expect(read?.tag).toBe(DER.octetString)
    expect(Buffer.compare(read?.content ?? hex('ff'), content)).toBe(0)
  },
)

it.each([
  ['a tag of several bytes', '1f 01 00'],
  ['a tag of several bytes, constructed', '3f 01 00'],
  ['no length', '04'],
  ['a length beyond the end', '04 02 00'],
  ['an indefinite length', '30 80 00 00'],
  ['a length of four bytes', '04 84 00 00 00 01 00'],
  ['a length that ends too soon', '04 82 01'],
  ['a short length in two bytes', `04 81 7f ${'00'.repeat(127)}`],
  ['a length with a leading zero', `04 82 00 80 ${'00'.repeat(128)}`],
  ['a length of three bytes with a leading zero', `04 83 00 01 00 ${'00'.repeat(256)}`],
])('bytes are no DER with %s', (_, bytes) => {
  expect(() => readDer(hex(bytes))).toThrow(DerFault)
})

it('a value of another tag, or none, is not what is wanted', () => {
  const value = one('0c 01 41')
  expect(plain(contentOf(value, DER.utf8String))).toBe('41')
  for (const take of [
    () => contentOf(value, DER.oid),
    () => contentOf(undefined, DER.oid),
    () => membersOf(value),
    () => bitsOf(value),
    () => positiveInteger(value),
  ])
    expect(take).toThrow(DerFault)
})

it('a bit string is read when its bits fill its bytes', () => {
  expect(plain(bitsOf(one('03 03 00 04 ff')))).toBe('04ff')
  expect(plain(bitsOf(one('03 01 00')))).toBe('')
  for (const bytes of ['03 02 01 fe', '03 00']) expect(() => bitsOf(one(bytes))).toThrow(DerFault)
})

it.each([
  ['02 01 00', ''],
  ['02 01 7f', '7f'],
  ['02 02 00 80', '80'],
  ['02 03 01 00 00', '010000'],
])('the positive integer %s is %s', (bytes, digits) => {
  expect(plain(positiveInteger(one(bytes)))).toBe(digits)
})

it.each([
  ['none', '02 00'],
  ['negative', '02 01 80'],
  ['written with a needless zero', '02 02 00 7f'],
])('an integer that is %s is no positive one', (_, bytes) => {
  expect(() => positiveInteger(one(bytes))).toThrow(DerFault)
})

it.each([
  ['00', '020100'],
  ['7f', '02017f'],
  ['80', '02020080'],
  ['0000 05', '020105'],
  ['0000 ff', '020200ff'],
  ['', '0200'],
])('the integer of the bytes %j is written in the fewest', (bytes, written) => {
  expect(plain(writeInteger(hex(bytes)))).toBe(written)
})
