import type { Photo } from './photo'
import { type Recogniser, runRecogniser, type Steps } from './run-recogniser'
import type { TextBox } from './text-box'

/** One character as read, with its place along the box (0 left … 1 right) and the net's probability. */
export interface Glyph {
  readonly character: string
  readonly at: number
  readonly probability: number
  /** A blank may stand before it, as between two words. */
  readonly opensWord?: true
}

export interface TextLine extends TextBox {
  readonly glyphs: readonly Glyph[]
}

export const textOf = ({ glyphs }: { readonly glyphs: readonly { readonly character: string }[] }): string =>
  glyphs.map(({ character }) => character).join('')

/** How likely a blank is at the least where one is printed: the net seldom finds it the likeliest. */
const APART = 0.1

/**
 * Reads the lines of print in the boxes, in the order given.
 *
 * @param alphabet the only characters that can stand there; all that the net knows when left out
 */
export async function recogniseText(
  recogniser: Recogniser,
  photo: Photo,
  boxes: readonly TextBox[],
  alphabet?: string,
): Promise<TextLine[]> {
  const { characters } = recogniser
  const allowed = characters.flatMap((character, index) =>
    index === 0 || !alphabet || alphabet.includes(character) ? [index] : [],
  )
  const lines: TextLine[] = []
  // One by one: a batch is padded to its widest line, and on two cores gains nothing.
  for (const box of boxes) {
    lines.push({ ...box, glyphs: decode(await runRecogniser(recogniser, photo, box), characters, allowed) })
  }
  return lines
}

/** Greedy CTC: the likeliest class of each step, repeats joined, blanks dropped. */
function decode(
  { values, count, classes }: Steps,
  characters: readonly string[],
  allowed: readonly number[],
): Glyph[] {
  const glyphs: Glyph[] = []
  const blank = characters.lastIndexOf(' ')
  let previous = 0
  let apart = 0
  for (let step = 0; step < count; step++) {
    const row = step * classes
    let best = 0
    for (const k of allowed) if ((values[row + k] ?? 0) > (values[row + best] ?? 0)) best = k
    const probability = values[row + best] ?? 0
    apart = Math.max(apart, values[row + blank] ?? 0)
    const last = glyphs.at(-1)
    const isPrint = best !== 0 && best !== blank
    if (isPrint && best === previous && last) {
      if (probability > last.probability) glyphs[glyphs.length - 1] = { ...last, probability }
    } else if (isPrint) {
      const glyph = { character: characters[best] ?? '', at: (step + 0.5) / count, probability }
      glyphs.push(apart > APART ? { ...glyph, opensWord: true } : glyph)
      apart = 0
    }
    previous = best
  }
  return glyphs.filter(({ character }) => character.trim() !== '')
}
