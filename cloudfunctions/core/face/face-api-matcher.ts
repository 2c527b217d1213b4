import { dlibChip } from './chips'
import type { Matcher } from './matcher'
import type { Nets } from './nets'
import { withTensor } from './pixels'

/** The descriptor of face-api.js: 128 numbers whose Euclidean distance is small for one person. */
export function createFaceApiMatcher({ recognition }: Nets): Matcher {
  return {
    name: 'face-api.js',
    async describe(picture, face) {
      const chip = dlibChip(picture, face)
      const descriptor = await withTensor(chip, (tensor) =>
        recognition.computeFaceDescriptor(tensor as never),
      )
      return descriptor as Float32Array
    },
    compare: (a, b) => -euclidean(a, b),
  }
}

export function euclidean(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] as number)) ** 2, 0))
}
