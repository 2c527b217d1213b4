/** Spaces of every width, tabs, and what is drawn as nothing. */
const BLANK = /[\t\p{Zs}\p{Variation_Selector}\u00ad\u200b-\u200d\u2060\ufeff]/gu
/** Full-width forms of ASCII, as Chinese keyboards type them, in which they lie as far apart as in ASCII. */
const WIDE = /[\uff01-\uff5e]/g
const WIDE_OFFSET = 0xff01 - 0x21
/** Kangxi radicals, which PDF files give instead of the characters that look the same. */
const RADICAL = /[\u2f00-\u2fd5]/g

/** Full-width letters, digits and signs in their plain width. */
export function plainWidth(text: string): string {
  return text
    .replace(WIDE, (wide) => String.fromCharCode(wide.charCodeAt(0) - WIDE_OFFSET))
    .replace(/\u3000/g, ' ')
}

/**
 * One spelling for texts that people type, cameras read and registers hold, so that equal texts compare equal: NFC (which
 * replaces CJK compatibility ideographs by the unified ones that Unicode declares them equal to), plain width, radicals
 * as characters, and no blanks, variation selectors or zero-width characters. Marks that reorder a text stay, so that the
 * alphabet of each field refuses them.
 */
export function plainText(text: string): string {
  return plainWidth(text.trim())
    .replace(RADICAL, (radical) => radical.normalize('NFKC'))
    .replace(BLANK, '')
    .normalize('NFC')
}

/** The length of a text as people count it; `length` counts a character of the extension planes twice. */
export function characterCount(text: string): number {
  return [...text].length
}

/** Characters of the longest address that is accepted: four rows of a card hold fewer than half as many. */
export const LONGEST_ADDRESS = 120

/** Whether a text in {@link plainText}'s spelling can be an address: letters, digits and signs, and nothing that is not drawn. */
export function isAddress(text: string): boolean {
  const count = characterCount(text)
  const isDrawn = (character: string) => isHan(character) || /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
  return count > 0 && count <= LONGEST_ADDRESS && [...text].every(isDrawn)
}

const HAN = /^[\p{Script=Han}\u3400-\u4dbf\u4e00-\u9fff\u{20000}-\u{2fffd}\u{30000}-\u{3fffd}]$/u

/**
 * Whether a character is a Han character by its script (UAX #24). All of planes 2 and 3, which Unicode keeps for ideographs,
 * and of the two blocks of the basic plane, so that no phone's engine is too old to know one.
 */
export function isHan(character: string): boolean {
  return HAN.test(character)
}
