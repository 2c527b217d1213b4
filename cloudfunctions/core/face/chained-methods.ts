import * as tf from '@tensorflow/tfjs-core'

type Operation = (tensor: tf.Tensor, ...rest: never[]) => tf.Tensor | tf.Tensor[]

/** Operations that face-api.js 0.22.2 calls as methods of a tensor, as TensorFlow.js 1.x offered them. */
const operations: Record<string, Operation> = {
  add: tf.add,
  sub: tf.sub,
  mul: tf.mul,
  div: tf.div,
  mean: tf.mean,
  slice: tf.slice,
  reshape: tf.reshape,
  expandDims: tf.expandDims,
  toFloat: (tensor) => tf.cast(tensor, 'float32'),
  toInt: (tensor) => tf.cast(tensor, 'int32'),
  as1D: (tensor) => tf.reshape(tensor, [tensor.size]),
  as2D: (tensor, ...shape) => tf.reshape(tensor, shape),
  as3D: (tensor, ...shape) => tf.reshape(tensor, shape),
  as4D: (tensor, ...shape) => tf.reshape(tensor, shape),
}

/**
 * Gives tensors of TensorFlow.js 4 the chained methods that face-api.js 0.22.2 expects.
 * Without them the package only runs on TensorFlow.js 1.7, whose sole backend here is plain JavaScript.
 */
export function restoreChainedMethods(): void {
  for (const [name, operation] of Object.entries(operations)) {
    if (name in tf.Tensor.prototype) continue
    Object.defineProperty(tf.Tensor.prototype, name, {
      value(this: tf.Tensor, ...rest: never[]) {
        return operation(this, ...rest)
      },
    })
  }
}
