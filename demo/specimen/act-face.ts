import { fillPolygon } from './fill-polygon'
import type { Point, Raster } from './raster'
import { movePoints } from './thin-plate'

/** What a face in a photo is made to do. Angles in degrees; shares from 0 (as in the photo) to 1 (wholly). */
export interface Acting {
  /** Positive: the person turns to their own left, the nose moves to the right of an unmirrored picture. */
  readonly turn: number
  readonly closeEyes: number
  readonly openMouth: number
}

const REST: Acting = { turn: 0, closeEyes: 0, openMouth: 0 }

/** What a liveness challenge may ask for, as a person acts it. */
export const ACTINGS = {
  'look-straight': REST,
  'turn-left': { ...REST, turn: 22 },
  'turn-right': { ...REST, turn: -22 },
  'open-mouth': { ...REST, openMouth: 0.6 },
  'close-eyes': { ...REST, closeEyes: 0.85 },
} as const satisfies Record<string, Acting>

export type Act = keyof typeof ACTINGS

/**
 * An act of somebody whose photo was not taken straight from the front.
 *
 * @param facing degrees by which the head of the photo is turned until it looks at the camera
 */
export const actingOf = (act: Act, facing: number): Acting => ({
  ...ACTINGS[act],
  turn: ACTINGS[act].turn + facing,
})

/** The inside of a mouth. */
const DARK = [0x2b, 0x10, 0x11] as const

/**
 * Makes a real photo act: landmarks are moved as the head turns in 3D, the lids fall, the jaw drops, and the picture is
 * drawn along. Nothing here was acted by a person: docs/limits.md says what that proves and what not.
 *
 * @param landmarks the 68 points of the only face, iBUG 300-W order
 * @returns a new picture of the same size
 */
export function actFace(photo: Raster, landmarks: readonly Point[], acting: Acting): Raster {
  const moved = turn(dropJaw(dropLids(landmarks, acting.closeEyes), acting.openMouth), acting.turn)
  const drawn = movePoints(photo, landmarks, moved)
  if (acting.openMouth > 0) fillPolygon(drawn, moved.slice(60, 68), DARK)
  return drawn
}

/** How far each landmark stands out towards the camera, in distances between the eyes; from a mean 3D face. */
const DEPTH = [
  -0.72, -0.7, -0.68, -0.65, -0.59, -0.47, -0.28, -0.05, 0.01, -0.08, -0.29, -0.47, -0.57, -0.62, -0.64,
  -0.67, -0.71, -0.22, -0.11, -0.01, 0.1, 0.18, 0.18, 0.11, 0.02, -0.08, -0.18, 0.2, 0.32, 0.44, 0.56, 0.31,
  0.36, 0.39, 0.36, 0.32, -0.11, -0.05, -0.02, 0.0, 0.0, -0.02, -0.01, -0.0, -0.03, -0.07, -0.0, -0.02, 0.03,
  0.24, 0.34, 0.36, 0.34, 0.24, 0.05, 0.23, 0.34, 0.36, 0.34, 0.23, 0.07, 0.32, 0.34, 0.32, 0.09, 0.31, 0.33,
  0.31,
]

function turn(points: readonly Point[], degrees: number): Point[] {
  const angle = (degrees * Math.PI) / 180
  const unit = betweenEyes(points)
  const middle = mean(points.slice(27, 36)).x
  return points.map(({ x, y }, index) => ({
    x: middle + (x - middle) * Math.cos(angle) + (DEPTH[index] as number) * unit * Math.sin(angle),
    y,
  }))
}

/** Upper lid points and the lower lid points that they fall on. */
const LIDS = [
  [37, 41],
  [38, 40],
  [43, 47],
  [44, 46],
] as const

function dropLids(points: readonly Point[], share: number): Point[] {
  const moved = [...points]
  for (const [upper, lower] of LIDS) {
    const [from, to] = [points[upper] as Point, points[lower] as Point]
    moved[upper] = { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
  }
  return moved
}

/** Landmarks that go down with the jaw, and how far each goes. */
const JAW: Readonly<Record<number, number>> = Object.fromEntries([
  ...[55, 56, 57, 58, 59, 65, 66, 67, 7, 8, 9].map((index) => [index, 1]),
  ...[5, 6, 10, 11].map((index) => [index, 0.7]),
  ...[3, 4, 12, 13, 48, 54, 60, 64].map((index) => [index, 0.35]),
])

function dropJaw(points: readonly Point[], share: number): Point[] {
  const drop = share * 0.5 * betweenEyes(points)
  return points.map(({ x, y }, index) => ({ x, y: y + drop * (JAW[index] ?? 0) }))
}

function betweenEyes(points: readonly Point[]): number {
  const [left, right] = [mean(points.slice(36, 42)), mean(points.slice(42, 48))]
  return Math.hypot(right.x - left.x, right.y - left.y)
}

function mean(points: readonly Point[]): Point {
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 })
  return { x: sum.x / points.length, y: sum.y / points.length }
}
