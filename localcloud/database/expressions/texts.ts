import { compareTexts } from '../compare'
import type { Value } from '../ejson'
import { invalidOperator } from '../invalid-operator'
import { isNumeric } from '../numbers'
import { bounds } from './arrays'
import { type Build, isNil, place, unary, values, wholeNumber } from './expression'

/** Operators of texts. Bytes are those of UTF-8, characters are code points, and case is that of ASCII. */
export const texts: Readonly<Record<string, Build>> = {
  $concat: values([0, Number.POSITIVE_INFINITY], (all, name) =>
    all.some(isNil) ? null : all.map((value) => text(value, name)).join(''),
  ),
  $indexOfBytes: values([2, 4], (operands, name) => indexOf(operands, name, bytes)),
  $indexOfCP: values([2, 4], (operands, name) => indexOf(operands, name, codePoints)),
  $split: values([2, 2], ([whole, separator], name) => {
    if (isNil(whole) || isNil(separator)) return null
    if (text(separator, name) === '') throw invalidOperator('$split needs a separator that is not empty.')
    return text(whole, name).split(text(separator, name))
  }),
  $strLenBytes: unary((value, name) => Buffer.byteLength(text(value, name))),
  $strLenCP: unary((value, name) => [...text(value, name)].length),
  $strcasecmp: values([2, 2], ([a, b], name) =>
    Math.sign(compareTexts(upper(asText(a, name)), upper(asText(b, name)))),
  ),
  $substr: values([3, 3], substringOfBytes),
  $substrBytes: values([3, 3], substringOfBytes),
  $substrCP: values([3, 3], ([whole, from, count], name) =>
    [...asText(whole, name)].slice(place(from, name), place(from, name) + place(count, name)).join(''),
  ),
  $toLower: unary((value, name) => lower(asText(value, name))),
  $toUpper: unary((value, name) => upper(asText(value, name))),
}

function text(value: Value, name: string): string {
  if (typeof value === 'string') return value
  throw invalidOperator(`${name} needs a text.`)
}

/** As MongoDB turns values into texts: nothing becomes an empty one, numbers and dates are written out. */
function asText(value: Value, name: string): string {
  if (isNil(value)) return ''
  if (typeof value === 'string') return value
  if (isNumeric(value)) return String(value)
  if (value instanceof Date) return value.toISOString()
  throw invalidOperator(`${name} cannot make a text of this.`)
}

const upper = (value: string) => value.replace(/[a-z]/g, (letter) => letter.toUpperCase())
const lower = (value: string) => value.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const bytes = (value: string) => [...Buffer.from(value)]
const codePoints = (value: string) => [...value]

/** Where a text begins inside another, counted in units; -1 when it does not. */
function indexOf(
  [whole, part, from, to]: readonly Value[],
  name: string,
  units: (value: string) => readonly unknown[],
): number | null {
  if (isNil(whole)) return null
  const [all, wanted] = [units(text(whole, name)), units(text(part, name))]
  const [start, end] = bounds(from, to, all.length, name)
  for (let at = start; at + wanted.length <= Math.min(end, all.length); at++) {
    if (wanted.every((unit, offset) => unit === all[at + offset])) return at
  }
  return -1
}

/** By bytes; a negative count means the rest. A cut inside a character is refused, as MongoDB does. */
function substringOfBytes([whole, from, count]: readonly Value[], name: string): string {
  const all = Buffer.from(asText(whole, name))
  const [start, length] = [place(from, name), wholeNumber(count, name)]
  const end = length < 0 ? all.length : Math.min(all.length, start + length)
  if (start >= all.length) return ''
  if (isInsideCharacter(all[start]) || isInsideCharacter(all[end]))
    throw invalidOperator(`${name} would cut a character in two.`)
  return all.subarray(start, end).toString()
}

function isInsideCharacter(byte: number | undefined): boolean {
  return byte !== undefined && (byte & 0xc0) === 0x80
}
