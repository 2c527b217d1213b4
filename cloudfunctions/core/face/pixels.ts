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

/** The picture with left and right swapped. */
export function mirror({ width, height, data }: Pixels): Pixels {
  const mirrored = new Uint8Array(data.length)
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const target = (y * width + (width - 1 - x)) * 3
      for (let c = 0; c < 3; c++) mirrored[target + c] = data[at++] as number
    }
  }
  return { width, height, data: mirrored }
}
