import { dlibChip } from './chips'
import type { Matcher } from './matcher'
import type { Nets } from './nets'
import { mirror, type Pixels, withTensor } from './pixels'

/** The descriptor of face-api.js: 128 numbers whose Euclidean distance is small for one person. */
export function createFaceApiMatcher({ recognition }: Nets): Matcher {
  const describeChip = async (chip: Pixels) =>
    (await withTensor(chip, (tensor) => recognition.computeFaceDescriptor(tensor as never))) as Float32Array
  return {
    name: 'face-api.js',
    async describe(picture, face) {
      const chip = dlibChip(picture, face)
      const straight = await describeChip(chip)
      const mirrored = await describeChip(mirror(chip))
      return straight.map((value, index) => (value + (mirrored[index] as number)) / 2)
    },
    compare: (a, b) => -euclidean(a, b),
  }
}

function euclidean(a: Float32Array, b: Float32Array): number {
  return Math.sqrt(a.reduce((sum, value, index) => sum + (value - (b[index] as number)) ** 2, 0))
}
