import { characterCount, isHan, plainText } from './plain-text'

/** The dot between the parts of a transliterated name, as registers write it (GB 18030 0xA1A4). */
export const NAME_DOT = '·'
/** What keyboards, fonts and other programs write for {@link NAME_DOT}. */
const DOTS =
  /[.\u02d9\u0387\u0701\u1427\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u26ab\u2e31\u2e33\u3002\u30fb\u318d\ua78f\ufe52\uff61\uff65]/g
/** Private-use characters: in old encodings they stand for rare characters, in every other program for anything. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u

/** Characters of the longest name that is accepted, dots included. */
export const LONGEST_NAME = 40

/**
 * A name in the one spelling that is stored, compared and sent to registries.
 *
 * @param text as typed, read or registered; what is no name stays none ({@link nameFault})
 */
export function normaliseName(text: string): string {
  return plainText(text).replace(DOTS, NAME_DOT)
}

export type NameFault = 'NAME_MALFORMED' | 'NAME_PRIVATE_CHARACTER'

/**
 * Why a normalised name cannot be one. A name is Han characters, by script, with single dots between its parts; Latin
 * letters are accepted too, since a few citizens have one in their registered name.
 */
export function nameFault(name: string): NameFault | undefined {
  if (PRIVATE.test(name)) return 'NAME_PRIVATE_CHARACTER'
  const parts = name.split(NAME_DOT)
  const isSpelt = parts.every((part) => part !== '' && [...part].every(isNameCharacter))
  return isSpelt && characterCount(name) <= LONGEST_NAME ? undefined : 'NAME_MALFORMED'
}

function isNameCharacter(character: string): boolean {
  return /^[A-Za-z]$/.test(character) || isHan(character)
}
