import { startTensors } from '@nansha/core/face/start-tensors'
import * as tf from '@tensorflow/tfjs-core'
import { beforeAll, expect, it } from 'vitest'
import { locateModel } from '../../support/face-models'

beforeAll(() => startTensors(locateModel('tfjs-backend-wasm-simd.wasm')))

/** A tensor of this shape whose numbers begin at `first` and count up. */
const counting = (first: number, shape: number[], type: 'float32' | 'int32' = 'float32') =>
  tf.tensor(
    Array.from({ length: tf.util.sizeFromShape(shape) }, (_, index) => first + index),
    shape,
    type,
  )

it.each([3, -1])('tensors joined along their last axis (%i) lie side by side in every pixel', (axis) => {
  const joined = tf.concat(
    [counting(0, [1, 2, 2, 1]), counting(10, [1, 2, 2, 2]), counting(20, [1, 2, 2, 1])],
    axis,
  )
  expect(joined.shape).toEqual([1, 2, 2, 4])
  expect([...joined.dataSync()]).toEqual([0, 10, 11, 20, 1, 12, 13, 21, 2, 14, 15, 22, 3, 16, 17, 23])
})

it('tensors joined along another axis, of whole numbers, or with an empty one are joined as before', () => {
  const rows = tf.concat([counting(0, [1, 1, 2, 1]), counting(10, [1, 1, 2, 1])], 1)
  expect(rows.shape).toEqual([1, 2, 2, 1])
  expect([...rows.dataSync()]).toEqual([0, 1, 10, 11])
  const whole = tf.concat([counting(0, [2, 1], 'int32'), counting(10, [2, 1], 'int32')], 1)
  expect([...whole.dataSync()]).toEqual([0, 10, 1, 11])
  const empty = tf.concat([counting(0, [2, 0]), counting(10, [2, 1]), counting(20, [2, 1])], 1)
  expect([...empty.dataSync()]).toEqual([10, 20, 11, 21])
})

it('tensors whose other axes differ are not joined', () => {
  expect(() => tf.concat([counting(0, [1, 2, 2, 1]), counting(10, [1, 2, 3, 1])], 3)).toThrow()
})
