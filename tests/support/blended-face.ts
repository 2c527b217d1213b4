import { findUprightFaces } from '@nansha/core/face/find-faces'
import { lookAt } from '@nansha/core/face/look'
import type { Pixels } from '@nansha/core/face/pixels'
import { uprightBox } from '@nansha/core/face/upright'
import { warp } from '@nansha/core/face/warp'
import { apply, fitSimilarity, mean, type Position } from '@nansha/shared/geometry/similarity'
import sharp from 'sharp'
import { movePoints } from '#demo/specimen/thin-plate'
import { testEngine } from './face-models'

/**
 * An even landmark blend of two faces, as a forger makes one: both are drawn to the mean of their landmarks, mixed within
 * the face, sharpened, and lie in the hair and the background of the first.
 *
 * @param one JPEG with one face
 * @param other likewise
 * @param share of the other, 0 … 1
 * @returns JPEG, as large as `one`
 */
export async function blendFaces(one: Buffer, other: Buffer, share = 0.5): Promise<Buffer> {
  const { nets, ...engine } = await testEngine()
  const look = (photo: Buffer) => lookAt({ nets, ...engine }, photo, {}, findUprightFaces)
  const [a, b] = [await look(one), await look(other)]
  const place = fitSimilarity(b.face.landmarks, a.face.landmarks)
  const { width, height } = a.picture
  const landmarks = b.face.landmarks.map((point) => apply(place, point))
  const between = a.face.landmarks.map((point, index) => mix(point, landmarks[index] as Position, share))
  const draw = (picture: Pixels, from: readonly Position[]) =>
    movePoints({ ...picture, channels: 3 }, from, between)
  const mine = draw(a.picture, a.face.landmarks)
  const theirs = draw(warp(b.picture, place, width, height), landmarks)
  const blended = Uint8Array.from(mine.data)
  const weightAt = faceWeight(between)
  for (let at = 0; at < blended.length; at++) {
    const pixel = Math.floor(at / 3)
    const weight = share * weightAt(pixel % width, Math.floor(pixel / width))
    blended[at] = (mine.data[at] as number) * (1 - weight) + (theirs.data[at] as number) * weight
  }
  return sharp(blended, { raw: { width, height, channels: 3 } })
    .sharpen()
    .jpeg({ quality: 92 })
    .toBuffer()
}

/** 1 within the face, 0 outside of it, with a soft edge. */
function faceWeight(landmarks: readonly Position[]): (x: number, y: number) => number {
  const box = uprightBox(landmarks)
  const middle = mean(landmarks)
  return (x, y) => {
    const across = (x - middle.x) / (box.width * 0.62)
    const down = (y - middle.y + box.height * 0.06) / (box.height * 0.68)
    return Math.min(1, Math.max(0, (1.15 - Math.hypot(across, down)) / 0.3))
  }
}

function mix(a: Position, b: Position, share: number): Position {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}
