import type { Photo } from './photo'
import { type Recogniser, runRecogniser, type Steps } from './run-recogniser'
import type { TextBox } from './text-box'

/** One of the texts that can stand in a place, and how much likelier it is than all the others together. */
export interface Choice {
  readonly text: string
  /** 0…1: its likelihood as a share of all candidates' */
  readonly share: number
  /** probability that the net gives to this text, over all ways in which CTC can spell it, per character */
  readonly perCharacter: number
}

/** Reads a place where only a few texts can stand: the likeliest of them under CTC (Graves and others 2006, §4.1). */
export async function chooseText(
  recogniser: Recogniser,
  photo: Photo,
  box: TextBox,
  candidates: readonly string[],
): Promise<Choice> {
  const steps = await runRecogniser(recogniser, photo, box)
  const scores = candidates.map((text) => {
    const classes = [...text].map((character) => recogniser.characters.indexOf(character))
    return { text, likelihood: likelihood(steps, classes) }
  })
  const best = scores.reduce((a, b) => (a.likelihood >= b.likelihood ? a : b))
  const total = scores.reduce((sum, score) => sum + score.likelihood, 0)
  return {
    text: best.text,
    share: total > 0 ? best.likelihood / total : 0,
    perCharacter: best.likelihood ** (1 / best.text.length),
  }
}

/** Forward algorithm over the label with blanks between. A character outside the dictionary (-1) is impossible. */
function likelihood({ values, count, classes }: Steps, label: readonly number[]): number {
  const states = [0, ...label.flatMap((k) => [k, 0])]
  const emit = (step: number, k: number) => (k < 0 ? 0 : (values[step * classes + k] ?? 0))
  let alpha = states.map((k, s) => (s < 2 ? emit(0, k) : 0))
  for (let step = 1; step < count; step++) {
    const before = alpha
    alpha = states.map((k, s) => {
      const skip = k !== 0 && k !== states[s - 2] ? (before[s - 2] ?? 0) : 0
      return ((before[s] ?? 0) + (before[s - 1] ?? 0) + skip) * emit(step, k)
    })
  }
  return (alpha.at(-1) ?? 0) + (alpha.at(-2) ?? 0)
}
