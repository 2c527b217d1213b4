const LINE = 44

/** Letters that are read for digits, where only a digit can stand; and the other way about. */
const DIGITS: Readonly<Record<string, string>> = {
  O: '0',
  Q: '0',
  D: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  G: '6',
  B: '8',
}
const LETTERS: Readonly<Record<string, string>> = { 0: 'O', 1: 'I', 2: 'Z', 5: 'S', 6: 'G', 8: 'B' }

/** Where the second line has only digits, and where only letters (ICAO 9303-4 §4.2.2); numbers of documents have both. */
const ONLY_DIGITS = new Set([9, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 25, 26, 27, 42, 43])
const ONLY_LETTERS = new Set([10, 11, 12, 20])
/** Up to here the second line has no filler of unknown length. */
const FIXED = 28

/**
 * Finds the two lines of a passport among lines of print, and gives each its length: of a long row of fillers a reader counts some too
 * many or too few.
 *
 * @returns two lines of 44 characters, one behind the other, or `undefined` when they are not there
 */
export function fitZone(lines: readonly string[]): string | undefined {
  const names = lines.find((line) => /^P[A-Z0-9<]{4}/.test(line) && line.includes('<<'))
  if (names === undefined) return undefined
  for (const line of lines) {
    const data = line === names ? undefined : fitData(line)
    if (data !== undefined) return fitNames(names) + data
  }
  return undefined
}

function fitNames(line: string): string {
  const letters = [...line.replace(/<+$/, '')].map((one) => LETTERS[one] ?? one).join('')
  return letters.padEnd(LINE, '<').slice(0, LINE)
}

function fitData(line: string): string | undefined {
  const fixed = line.slice(0, FIXED)
  const rest = fitFiller(line.slice(FIXED), LINE - FIXED)
  if (rest === undefined) return undefined
  const text = [...(fixed + rest)].map(typed).join('')
  return /^[A-Z0-9<]{9}\d[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[\d<]\d$/.test(text) ? text : undefined
}

/** Makes the longest row of fillers longer or shorter until the text has its length. */
function fitFiller(text: string, length: number): string | undefined {
  if (text.length === length) return text
  const [longest = ''] = (text.match(/<+/g) ?? []).sort((a, b) => b.length - a.length)
  const fillers = longest.length + length - text.length
  return longest === '' || fillers < 1 ? undefined : text.replace(longest, '<'.repeat(fillers))
}

function typed(character: string, at: number): string {
  if (ONLY_DIGITS.has(at)) return DIGITS[character] ?? character
  return ONLY_LETTERS.has(at) ? (LETTERS[character] ?? character) : character
}
