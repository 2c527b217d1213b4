import { parseResidentNumber } from '@nansha/shared/resident-number'
import { type Field, fieldOf } from './field'
import type { Stretch } from './split-captions'

/** Half of the distance between two rows of print, share of the card's height. */
export const ROW = 0.055
/** A row with fewer digits is an address or a date. */
const DIGITS = /[0-9].*[0-9].*[0-9].*[0-9]/

/** Finds the row that holds a valid resident number, joined from all its pieces. */
export function parseNumber(stretches: readonly Stretch[]): { field: Field; y: number } | undefined {
  for (const { y } of stretches.filter(({ text }) => DIGITS.test(text))) {
    const row = stretches
      .filter((other) => !other.caption && Math.abs(other.y - y) < ROW)
      .sort((a, b) => a.x - b.x)
      .flatMap(({ glyphs }) => glyphs)
      .filter(({ character }) => /[0-9Xx]/.test(character))
    const field = fieldOf(row)
    if (parseResidentNumber(field.value).ok)
      return { field: { ...field, value: field.value.toUpperCase() }, y }
  }
  return undefined
}
