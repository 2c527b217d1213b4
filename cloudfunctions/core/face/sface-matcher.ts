import { type OnnxModel, openModel } from '../onnx/open-model'
import calibration from './calibration.json'
import { arcfaceChip } from './chips'
import type { Matcher } from './matcher'
import { type LocateFile, loadModel } from './model-files'
import type { Pixels } from './pixels'

/** SFace: Zhong and others 2021, OpenCV Zoo `face_recognition_sface_2021dec`, Apache-2.0. */
export interface SFaceMatcher extends Matcher {
  readonly runtime: OnnxModel['runtime']
  /** @param chip 112×112, aligned to the five ArcFace points */
  describeChip(chip: Pixels): Promise<Float32Array>
}

/** Loads the model, which is refused when its hash is not the expected one. */
export async function loadSFaceMatcher(locate: LocateFile): Promise<SFaceMatcher> {
  const model = await openModel(await loadModel(locate, 'sface.onnx'), {
    mjs: locate('ort-wasm-simd-threaded.mjs'),
    wasm: locate('ort-wasm-simd-threaded.wasm'),
  })
  const describeChip = async (chip: Pixels) =>
    centre(add(unit(await embed(model, chip, false)), unit(await embed(model, chip, true))))
  return {
    name: 'sface',
    runtime: model.runtime,
    describeChip,
    describe: (picture, face) => describeChip(arcfaceChip(picture, face)),
    compare: cosine,
  }
}

/** @param mirror embeds the mirror image: what differs from the face's own embedding is light and pose, not the person */
async function embed(
  model: OnnxModel,
  { width, height, data }: Pixels,
  mirror: boolean,
): Promise<Float32Array> {
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const target = y * width + (mirror ? width - 1 - x : x)
      for (let c = 0; c < 3; c++) input[c * plane + target] = data[at++] as number
    }
  }
  return (await model.run(input, [1, 3, height, width])).values
}

/** Takes away what all faces have in common, so that strangers score around 0. */
const centre = (embedding: Float32Array): Float32Array =>
  unit(unit(embedding).map((value, index) => value - (calibration.sfaceMean[index] as number)))

const add = (a: Float32Array, b: Float32Array) => a.map((value, index) => value + (b[index] as number))

function unit(vector: Float32Array): Float32Array {
  const length = Math.hypot(...vector)
  return vector.map((value) => value / length)
}

const cosine = (a: Float32Array, b: Float32Array) =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)
