import { findFaces } from '@nansha/core/face/find-faces'
import type { Pixels } from '@nansha/core/face/pixels'
import { readImage } from '@nansha/core/face/read-image'
import { distance, mean, type Point } from '@nansha/core/face/similarity'
import sharp, { type OverlayOptions } from 'sharp'
import { testEngine } from './face-models'
import { movePoints } from './thin-plate'

/** What a face in a photo is made to do. Angles in degrees; shares from 0 (as in the photo) to 1 (wholly). */
export interface Acting {
  /** Positive: the person turns to their own left, the nose moves to the right of an unmirrored picture. */
  readonly turn?: number
  readonly closeEyes?: number
  readonly openMouth?: number
}

/** How far each landmark stands out towards the camera, in distances between the eyes; from a mean 3D face. */
const DEPTH = [
  -0.72, -0.7, -0.68, -0.65, -0.59, -0.47, -0.28, -0.05, 0.01, -0.08, -0.29, -0.47, -0.57, -0.62, -0.64,
  -0.67, -0.71, -0.22, -0.11, -0.01, 0.1, 0.18, 0.18, 0.11, 0.02, -0.08, -0.18, 0.2, 0.32, 0.44, 0.56, 0.31,
  0.36, 0.39, 0.36, 0.32, -0.11, -0.05, -0.02, 0.0, 0.0, -0.02, -0.01, -0.0, -0.03, -0.07, -0.0, -0.02, 0.03,
  0.24, 0.34, 0.36, 0.34, 0.24, 0.05, 0.23, 0.34, 0.36, 0.34, 0.23, 0.07, 0.32, 0.34, 0.32, 0.09, 0.31, 0.33,
  0.31,
]

/**
 * Real photos in which people act: landmarks are moved as the head turns in 3D, the lids fall, the jaw drops, and the
 * picture is drawn along. Nothing here was acted by a person: docs/limits.md says what that proves and what not.
 * @param photo JPEG with one face
 * @returns JPEG of the same size
 */
export async function act(photo: Buffer, acting: Acting): Promise<Buffer> {
  const picture = await readImage(photo)
  const [face] = await findFaces((await testEngine()).nets, picture)
  if (!face) throw new Error('There is no face that could act')
  const moved = turn(
    dropJaw(dropLids(face.landmarks, acting.closeEyes ?? 0), acting.openMouth ?? 0),
    acting.turn ?? 0,
  )
  const drawn = movePoints(picture, face.landmarks, moved)
  const mouth = (acting.openMouth ?? 0) > 0 ? darkMouth(drawn, moved) : []
  return sharp(drawn.data, { raw: { width: drawn.width, height: drawn.height, channels: 3 } })
    .composite(mouth)
    .jpeg({ quality: 90 })
    .toBuffer()
}

const eyes = (points: readonly Point[]) => [mean(points.slice(36, 42)), mean(points.slice(42, 48))] as const
const between = (points: readonly Point[]) => distance(...eyes(points))

function turn(points: readonly Point[], degrees: number): Point[] {
  const angle = (degrees * Math.PI) / 180
  const unit = between(points)
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
  const drop = share * 0.5 * between(points)
  return points.map(({ x, y }, index) => ({ x, y: y + drop * (JAW[index] ?? 0) }))
}

function darkMouth({ width, height }: Pixels, points: readonly Point[]): OverlayOptions[] {
  const inner = points.slice(60, 68).map(({ x, y }) => `${x.toFixed(1)},${y.toFixed(1)}`)
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><polygon points="${inner.join(' ')}" fill="#2b1011"/></svg>`
  return [{ input: Buffer.from(svg) }]
}
