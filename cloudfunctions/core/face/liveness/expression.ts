import { shareAlong } from '@nansha/shared/geometry/share-along'
import { distance, fitSimilarity, mean, type Position } from '@nansha/shared/geometry/similarity'
import type { Face } from '../find-faces'
import type { Pixels } from '../pixels'
import { warp } from '../warp'
import { luminance } from './skin-chip'

/** What a face is doing. */
export interface Expression {
  /**
   * How far the tip of the nose is from the middle of the outer eye corners, in their distance; positive where the
   * person has turned to their own left. A nose stands out, so a turned head moves it; on a turned flat picture it
   * stays in the middle.
   */
  readonly yaw: number
  /** Gap between the lips, in distances between the eyes. */
  readonly mouth: number
  /** Luminance of both eyes, each 24×16 pixels between fixed corners. */
  readonly eyes: readonly Float64Array[]
}

export function readExpression(picture: Pixels, { landmarks }: Face): Expression {
  const at = (index: number) => landmarks[index] as Position
  const eyes = distance(mean(landmarks.slice(36, 42)), mean(landmarks.slice(42, 48)))
  return {
    yaw: shareAlong(at(30), at(36), at(45)) - 0.5,
    mouth: distance(at(62), at(66)) / eyes,
    eyes: [eyePatch(picture, at(36), at(39)), eyePatch(picture, at(42), at(45))],
  }
}

const PATCH_WIDTH = 24
const PATCH_HEIGHT = 16
const CORNERS = [
  { x: 4, y: 9 },
  { x: 20, y: 9 },
]

function eyePatch(picture: Pixels, left: Position, right: Position): Float64Array {
  return luminance(warp(picture, fitSimilarity([left, right], CORNERS), PATCH_WIDTH, PATCH_HEIGHT))
}
