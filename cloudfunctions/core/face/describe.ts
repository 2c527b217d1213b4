import { dlibChip } from './chips'
import type { Face } from './find-faces'
import type { Nets } from './nets'
import { type Pixels, withTensor } from './pixels'

/** face-api.js's descriptor: 128 numbers, near for the same person in Euclidean distance. */
export async function describe(nets: Nets, picture: Pixels, face: Face): Promise<Float32Array> {
  const chip = dlibChip(picture, face)
  const descriptor = await withTensor(chip, (tensor) =>
    nets.recognition.computeFaceDescriptor(tensor as never),
  )
  return descriptor as Float32Array
}

export function euclidean(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] as number)) ** 2, 0))
}
