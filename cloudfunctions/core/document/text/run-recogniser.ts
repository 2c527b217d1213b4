import type { Projection } from '@nansha/shared/geometry/projection'
import type { OnnxModel } from '../../onnx/open-model'
import type { Photo } from './photo'
import { boxHeight, boxWidth, type TextBox } from './text-box'
import { warpPhoto } from './warp-photo'

/** PP-OCRv4's recogniser with its dictionary. */
export interface Recogniser {
  readonly model: OnnxModel
  /** the character of each class; class 0 is CTC's blank */
  readonly characters: readonly string[]
  /** pairs of classes that mean the same: a full-width digit and its plain form */
  readonly twins: readonly (readonly [from: number, to: number])[]
}

/** What the net says of a strip: for each step from left to right the probability of each class. */
export interface Steps {
  readonly count: number
  readonly classes: number
  /** row by row, one row a step */
  readonly values: Float32Array
}

const HEIGHT = 48
const MAX_WIDTH = 1600

/** @param dictionary the net's characters in the order of its classes, one a line (`ppocr_keys_v1.txt`) */
export function createRecogniser(model: OnnxModel, dictionary: string): Recogniser {
  const characters = ['', ...dictionary.split('\n'), ' ']
  const classOf = new Map(characters.map((character, index) => [character, index]))
  const twins = characters.flatMap((character, index) => {
    const plain = /[！-～]/.test(character) ? classOf.get(character.normalize('NFKC')) : undefined
    return plain === undefined ? [] : [[index, plain] as const]
  })
  return { model, characters, twins }
}

/** Runs the net on one line of print. */
export async function runRecogniser(
  { model, characters, twins }: Recogniser,
  photo: Photo,
  box: TextBox,
): Promise<Steps> {
  const width = Math.round(Math.min(MAX_WIDTH, Math.max(HEIGHT, (HEIGHT * boxWidth(box)) / boxHeight(box))))
  const strip = warpPhoto(photo, stripToPhoto(box, width), width, HEIGHT)
  const { values, dims } = await model.run(normalise(strip), [1, 3, HEIGHT, width])
  const [, count = 0, classes = 0] = dims
  if (classes !== characters.length) throw new Error(`The net has ${classes} classes, not its dictionary's`)
  for (let row = 0; row < values.length; row += classes) {
    for (const [from, to] of twins) {
      values[row + to] = (values[row + to] ?? 0) + (values[row + from] ?? 0)
      values[row + from] = 0
    }
  }
  return { count, classes, values }
}

function stripToPhoto({ quad: [a, b, , d] }: TextBox, width: number): Projection {
  const across = (axis: 0 | 1) => (b[axis] - a[axis]) / width
  const down = (axis: 0 | 1) => (d[axis] - a[axis]) / HEIGHT
  return [across(0), down(0), a[0], across(1), down(1), a[1], 0, 0, 1]
}

/** Blue, green, red planes from -1 to 1. */
function normalise({ width, height, data }: Photo): Float32Array {
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let c = 0; c < 3; c++) {
    for (let i = 0; i < plane; i++) input[c * plane + i] = (data[i * 3 + 2 - c] ?? 0) / 127.5 - 1
  }
  return input
}
