import { type OnnxModel, openModel } from '../onnx/open-model'
import calibration from './calibration.json'
import { arcfaceChip } from './chips'
import type { Matcher } from './matcher'
import { type LocateFile, loadModel } from './model-files'
import { mirror, type Pixels } from './pixels'

/** SFace: Zhong and others 2021, OpenCV Zoo `face_recognition_sface_2021dec`, Apache-2.0. */
export interface SFaceMatcher extends Matcher {
  readonly runtime: OnnxModel['runtime']
  /**
   * The model's own embedding, before what all faces have in common is taken away.
   * @param chip 112×112, aligned to the five ArcFace points
   */
  embedChip(chip: Pixels): Promise<Float32Array>
  /** What `describe` makes of a face, of a chip that was cut out of its picture. */
  describeChip(chip: Pixels): Promise<Float32Array>
}

/** Loads the model, which is refused when its hash is not the expected one. */
export async function loadSFaceMatcher(locate: LocateFile): Promise<SFaceMatcher> {
  const model = await openModel(await loadModel(locate, 'sface.onnx'), {
    mjs: locate('ort-wasm-simd-threaded.mjs'),
    wasm: locate('ort-wasm-simd-threaded.wasm'),
  })
  // What differs between a face and its mirror image is light and pose, not the person.
  const embedChip = async (chip: Pixels) =>
    unit(add(unit(await embed(model, chip)), unit(await embed(model, mirror(chip)))))
  const describeChip = async (chip: Pixels) => centre(await embedChip(chip), calibration.sfaceMean)
  return {
    name: 'sface',
    runtime: model.runtime,
    embedChip,
    describeChip,
    describe: (picture, face) => describeChip(arcfaceChip(picture, face)),
    compare: cosine,
  }
}

/**
 * Takes away what all faces have in common, so that strangers score around 0.
 * @param mean mean embedding of many people
 */
export function centre(embedding: Float32Array, mean: ArrayLike<number>): Float32Array {
  return unit(embedding.map((value, index) => value - (mean[index] as number)))
}

async function embed(model: OnnxModel, { width, height, data }: Pixels): Promise<Float32Array> {
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let i = 0; i < plane; i++) {
    for (let c = 0; c < 3; c++) input[c * plane + i] = data[3 * i + c] as number
  }
  return (await model.run(input, [1, 3, height, width])).values
}

const add = (a: Float32Array, b: Float32Array) => a.map((value, index) => value + (b[index] as number))

export function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)
