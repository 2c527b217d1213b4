import * as tf from '@tensorflow/tfjs-core'

/** A decoded picture: rows from the top, three bytes (red, green, blue) a pixel. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** Runs `use` on the picture as a tensor [height, width, 3] and frees that tensor afterwards, also on failure. */
export async function withTensor<T>(pixels: Pixels, use: (tensor: tf.Tensor3D) => Promise<T>): Promise<T> {
  const tensor = tf.tensor3d(pixels.data, [pixels.height, pixels.width, 3], 'int32')
  try {
    return await use(tensor)
  } finally {
    tensor.dispose()
  }
}
