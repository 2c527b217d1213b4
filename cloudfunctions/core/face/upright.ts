import { mean, type Position, type Similarity } from '@nansha/shared/geometry/similarity'
import type { Pixels } from './pixels'
import { warp } from './warp'

/** The smallest box around a face's landmarks once the line of its eyes is level. */
export interface UprightBox {
  /** Turn of the picture that levels the eyes: cosine and sine. */
  readonly cos: number
  readonly sin: number
  /** Centre in turned coordinates, pixels. */
  readonly centre: Position
  readonly width: number
  readonly height: number
}

/** @param landmarks 68 points, iBUG 300-W order */
export function uprightBox(landmarks: readonly Position[]): UprightBox {
  const left = mean(landmarks.slice(36, 42))
  const right = mean(landmarks.slice(42, 48))
  const roll = Math.atan2(right.y - left.y, right.x - left.x)
  const [cos, sin] = [Math.cos(-roll), Math.sin(-roll)]
  const xs = landmarks.map(({ x, y }) => x * cos - y * sin)
  const ys = landmarks.map(({ x, y }) => x * sin + y * cos)
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)]
  return { cos, sin, centre: { x: (x0 + x1) / 2, y: (y0 + y1) / 2 }, width: x1 - x0, height: y1 - y0 }
}

/**
 * Puts a face upright onto a canvas.
 * @param share the larger side of the face's landmarks as a share of the canvas's smaller side
 * @param centreY where the middle of the landmarks comes to lie, as a share of the canvas's height
 */
export function uprightPlace(
  landmarks: readonly Position[],
  width: number,
  height: number,
  share: number,
  centreY = 0.5,
): Similarity {
  const box = uprightBox(landmarks)
  const scale = (share * Math.min(width, height)) / Math.max(box.width, box.height)
  return {
    a: scale * box.cos,
    b: scale * box.sin,
    tx: width / 2 - scale * box.centre.x,
    ty: height * centreY - scale * box.centre.y,
  }
}

/** Draws what {@link uprightPlace} describes. */
export function uprightCrop(
  picture: Pixels,
  landmarks: readonly Position[],
  width: number,
  height: number,
  share: number,
  centreY?: number,
): Pixels {
  return warp(picture, uprightPlace(landmarks, width, height, share, centreY), width, height)
}
