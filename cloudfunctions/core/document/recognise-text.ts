import type { OnnxModel } from '../onnx/open-model'
import type { Photo } from './photo'
import type { Projection } from './projection'
import { boxHeight, boxWidth, type TextBox } from './text-box'
import { warpPhoto } from './warp-photo'

/** One character as read, with its place along the box (0 left … 1 right) and the net's probability. */
export interface Glyph {
  readonly character: string
  readonly at: number
  readonly probability: number
}

export interface TextLine extends TextBox {
  readonly glyphs: readonly Glyph[]
}

export interface Recogniser {
  readonly model: OnnxModel
  /** The net's classes after the blank, in order: `ppocr_keys_v1.txt` and a space. */
  readonly characters: readonly string[]
}

const HEIGHT = 48
const MAX_WIDTH = 1600

/** Reads the lines of print in the boxes with PP-OCRv4's recogniser, in the order given. */
export async function recogniseText(
  recogniser: Recogniser,
  photo: Photo,
  boxes: readonly TextBox[],
): Promise<TextLine[]> {
  const lines: TextLine[] = []
  // One by one: a batch is padded to its widest line, and on two cores gains nothing.
  for (const box of boxes) lines.push({ ...box, glyphs: await readBox(recogniser, photo, box) })
  return lines
}

export const textOf = ({ glyphs }: { readonly glyphs: readonly Glyph[] }): string =>
  glyphs.map(({ character }) => character).join('')

async function readBox({ model, characters }: Recogniser, photo: Photo, box: TextBox): Promise<Glyph[]> {
  const width = Math.round(Math.min(MAX_WIDTH, Math.max(HEIGHT, (HEIGHT * boxWidth(box)) / boxHeight(box))))
  const strip = warpPhoto(photo, stripToPhoto(box, width), width, HEIGHT)
  const { values, dims } = await model.run(normalise(strip), [1, 3, HEIGHT, width])
  const [, steps = 0, classes = 0] = dims
  if (classes !== characters.length + 1)
    throw new Error(`The recogniser has ${classes} classes, not its dictionary's`)
  return decode(values, steps, classes, characters)
}

function stripToPhoto({ quad: [a, b, , d] }: TextBox, width: number): Projection {
  return [
    (b[0] - a[0]) / width,
    (d[0] - a[0]) / HEIGHT,
    a[0],
    (b[1] - a[1]) / width,
    (d[1] - a[1]) / HEIGHT,
    a[1],
    0,
    0,
    1,
  ]
}

function normalise({ width, height, data }: Photo): Float32Array {
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < plane; i++) input[c * plane + i] = (data[i * 3 + 2 - c] ?? 0) / 127.5 - 1
  }
  return input
}

/** Greedy CTC: the likeliest class of each step, repeats joined, blanks (class 0) dropped. */
function decode(
  values: Float32Array,
  steps: number,
  classes: number,
  characters: readonly string[],
): Glyph[] {
  const glyphs: Glyph[] = []
  let previous = 0
  for (let step = 0; step < steps; step++) {
    const row = values.subarray(step * classes, (step + 1) * classes)
    let best = 0
    for (let k = 1; k < classes; k++) if ((row[k] ?? 0) > (row[best] ?? 0)) best = k
    const probability = row[best] ?? 0
    const last = glyphs.at(-1)
    if (best !== 0 && best === previous && last) {
      if (probability > last.probability) glyphs[glyphs.length - 1] = { ...last, probability }
    } else if (best !== 0) {
      glyphs.push({ character: characters[best - 1] ?? '', at: (step + 0.5) / steps, probability })
    }
    previous = best
  }
  return glyphs.filter(({ character }) => character.trim() !== '')
}
