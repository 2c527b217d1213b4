import { characterCount, isHan, plainText, plainWidth } from './plain-text'

/** The dot between the parts of a transliterated name, as registers write it (GB 18030 0xA1A4). */
export const NAME_DOT = '·'
/** What keyboards, fonts and other programs write for {@link NAME_DOT}. */
const DOTS =
  /[.\u02d9\u0387\u0701\u1427\u16eb\u2022\u2024\u2027\u2219\u22c5\u25cf\u26ab\u2e31\u2e33\u3002\u30fb\u318d\ua78f\ufe52\uff61\uff65]/g
/** Private-use characters: in old encodings they stand for rare characters, in every other program for anything. */
const PRIVATE = /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]/u

/** Characters of the longest name that is accepted, dots included. */
export const LONGEST_NAME = 40
/** The same for a name in Latin letters, as the cards of foreigners print it. */
export const LONGEST_LATIN_NAME = 60
/** Nothing but Latin letters with the signs between the parts of a name. */
const LATIN = /^(?=.*\p{Script=Latin})[\p{Script=Latin}\p{Mn}\p{Zs}'’ʼ.,-]+$/u
/** Words of letters, with hyphens and apostrophes within. */
const LATIN_WORD = String.raw`\p{Script=Latin}+(?:['-]\p{Script=Latin}+)*\.?`
const LATIN_WORDS = `${LATIN_WORD}(?: ${LATIN_WORD})*`
/** `SURNAME, GIVEN NAMES`, or words alone. */
const LATIN_NAME = new RegExp(`^${LATIN_WORDS}(?:, ${LATIN_WORDS})?$`, 'u')

/**
 * A name in the one spelling that is stored, compared and sent to registries. One in Latin letters alone is in capitals, as cards print
 * it, with single blanks between its words and after its comma.
 *
 * @param text as typed, read or registered; what is no name stays none ({@link nameFault})
 */
export function normaliseName(text: string): string {
  const plain = plainWidth(text.trim()).normalize('NFC')
  return LATIN.test(plain) ? normaliseLatin(plain) : plainText(text).replace(DOTS, NAME_DOT)
}

function normaliseLatin(text: string): string {
  return text
    .replace(/[’ʼ]/g, "'")
    .replace(/\p{Zs}+/gu, ' ')
    .replace(/ ?, ?/g, ', ')
    .toUpperCase()
}

/** Whether a name, as {@link normaliseName} spells it, is in Latin letters alone. */
export function isLatinName(name: string): boolean {
  return LATIN_NAME.test(name)
}

export type NameFault = 'NAME_MALFORMED' | 'NAME_PRIVATE_CHARACTER'

/**
 * Why a normalised name cannot be one. A name is Han characters, by script, with single dots between its parts; Latin
 * letters are accepted too, since a few citizens have one in their registered name. A foreigner's name is Latin letters alone.
 */
export function nameFault(name: string): NameFault | undefined {
  if (PRIVATE.test(name)) return 'NAME_PRIVATE_CHARACTER'
  if (isLatinName(name)) return characterCount(name) <= LONGEST_LATIN_NAME ? undefined : 'NAME_MALFORMED'
  const parts = name.split(NAME_DOT)
  const isSpelt = parts.every((part) => part !== '' && [...part].every(isNameCharacter))
  return isSpelt && characterCount(name) <= LONGEST_NAME ? undefined : 'NAME_MALFORMED'
}

function isNameCharacter(character: string): boolean {
  return /^[A-Za-z]$/.test(character) || isHan(character)
}
