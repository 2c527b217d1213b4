import { TinyFaceDetectorOptions } from 'face-api.js'
import type { Nets } from './nets'
import { type Pixels, withTensor } from './pixels'
import { warp } from './warp'

/** A face as the detector boxed it, in pixels of the picture that was given. */
export interface FaceBox {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The detector's confidence, 0 … 1. */
  readonly score: number
}

/**
 * Finds faces with face-api.js's tiny detector.
 * @param side the detector's input in pixels, a multiple of 32; faces smaller than about side / 25 escape it
 */
export async function detect(nets: Nets, picture: Pixels, side: number, threshold = 0.4): Promise<FaceBox[]> {
  const scale = Math.min(1, side / Math.max(picture.width, picture.height))
  // Averaged down before the net sees it: the net's own resizing samples single pixels, and small faces drown in aliasing.
  const small =
    scale < 1
      ? warp(
          picture,
          { a: scale, b: 0, tx: 0, ty: 0 },
          Math.round(picture.width * scale),
          Math.round(picture.height * scale),
        )
      : picture
  const options = new TinyFaceDetectorOptions({ inputSize: side, scoreThreshold: threshold })
  const found = await withTensor(small, (tensor) => nets.detector.locateFaces(tensor as never, options))
  return found
    .map(({ box, score }) => ({
      x: box.x / scale,
      y: box.y / scale,
      width: box.width / scale,
      height: box.height / scale,
      score,
    }))
    .sort((a, b) => b.width * b.score - a.width * a.score)
}
