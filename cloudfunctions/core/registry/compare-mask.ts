import { normaliseName } from '@nansha/shared/person-name'
import { RESIDENT_NUMBER_LENGTH } from '@nansha/shared/resident-number'

/**
 * Whether a masked text can be of a value. `unclear`: the mask hides too much to tell, whatever the value is, which is
 * a fault of the side that masks.
 */
export type MaskComparison = 'agrees' | 'differs' | 'unclear'

/** What a mask writes for a character that it hides. */
const HIDDEN = '*'
/** Visible characters that a mask of a number needs. */
const VISIBLE = 6
/** How many of them must stand after the region code, which neighbours and families share. */
const VISIBLE_OF_PERSON = 4
const REGION_LENGTH = 6

/** @param mask of a resident number, 18 characters, hidden ones as `*` */
export function compareMaskedNumber(idNumber: string, mask: string): MaskComparison {
  const isClear = visible(mask) >= VISIBLE && visible(mask.slice(REGION_LENGTH)) >= VISIBLE_OF_PERSON
  return mask.length === RESIDENT_NUMBER_LENGTH && isClear ? compare(idNumber, mask) : 'unclear'
}

/** @param mask of a name, as long as the name, hidden characters as `*`; of either, any spelling */
export function compareMaskedName(name: string, mask: string): MaskComparison {
  return visible(mask) > 0 ? compare(normaliseName(name), normaliseName(mask)) : 'unclear'
}

function visible(mask: string): number {
  return [...mask].filter((character) => character !== HIDDEN).length
}

/** By characters, not code units: names have characters outside of the Basic Multilingual Plane. */
function compare(value: string, mask: string): MaskComparison {
  const characters = [...value]
  const masked = [...mask]
  const isSame = masked.every((character, at) => character === HIDDEN || character === characters[at])
  return isSame && masked.length === characters.length ? 'agrees' : 'differs'
}
