import type { Photo } from './photo'
import { type Recogniser, runRecogniser, type Steps } from './run-recogniser'
import type { TextBox } from './text-box'

/** One character as read, with its place along the box (0 left … 1 right) and the net's probability. */
export interface Glyph {
  readonly character: string
  readonly at: number
  readonly probability: number
}

export interface TextLine extends TextBox {
  readonly glyphs: readonly Glyph[]
}

export const textOf = ({ glyphs }: { readonly glyphs: readonly { readonly character: string }[] }): string =>
  glyphs.map(({ character }) => character).join('')

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
  let previous = 0
  for (let step = 0; step < count; step++) {
    const row = step * classes
    let best = 0
    for (const k of allowed) if ((values[row + k] ?? 0) > (values[row + best] ?? 0)) best = k
    const probability = values[row + best] ?? 0
    const last = glyphs.at(-1)
    if (best !== 0 && best === previous && last) {
      if (probability > last.probability) glyphs[glyphs.length - 1] = { ...last, probability }
    } else if (best !== 0) {
      glyphs.push({ character: characters[best] ?? '', at: (step + 0.5) / count, probability })
    }
    previous = best
  }
  return glyphs.filter(({ character }) => character.trim() !== '')
}
