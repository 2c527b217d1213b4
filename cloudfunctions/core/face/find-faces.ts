import {
  apply,
  distance,
  invert,
  mean,
  type Position,
  type Similarity,
} from '@nansha/shared/geometry/similarity'
import { detect, type FaceBox } from './detect'
import { landmarksIn } from './landmarks'
import type { Nets } from './nets'
import type { Pixels } from './pixels'
import { uprightBox, uprightCrop } from './upright'
import { warp } from './warp'

/** A face by its landmarks, in pixels of the picture. */
export interface Face {
  /** 68 points in the order of the iBUG 300-W annotation. */
  readonly landmarks: readonly Position[]
  /** The detector's confidence on the upright, centred face, 0 … 1. */
  readonly score: number
}

/**
 * Inputs of the detector, pixels: it misses faces that fill a large input as well as faces that are tiny on a small
 * one, so that close selfies need the first, people further back the second, whole ID cards from afar the third.
 */
const USUAL_SIDES = [224, 512] as const
const SMALL_FACES_SIDE = 800
/** Both looks must agree: the first may be generous because the second sees the face upright, centred and enlarged. */
const FIRST_LOOK = 0.4
const SECOND_LOOK = 0.2
const SECOND_LOOK_SIDE = 224

/** An upright face reaches this; the same face upside down may pass for another one, but not as surely. */
const SURE = 0.8

/** Finds every face, largest first, on a picture that is known to be upright. */
export async function findUprightFaces(nets: Nets, picture: Pixels): Promise<Face[]> {
  const usual = await look(nets, picture, USUAL_SIDES)
  return usual.length > 0 ? usual : look(nets, picture, [SMALL_FACES_SIDE])
}

/**
 * Finds every face, largest first. When none is sure, looks also at the picture turned, for photos that lost their
 * orientation, and takes the turn whose face is the surest.
 */
export async function findFaces(nets: Nets, picture: Pixels): Promise<Face[]> {
  let best = await findUprightFaces(nets, picture)
  if (surest(best) >= SURE) return best
  for (const { place, width, height } of quarterTurns(picture)) {
    const found = await findUprightFaces(nets, warp(picture, place, width, height))
    if (surest(found) > surest(best)) best = turnBack(found, invert(place))
    if (surest(best) >= SURE) return best
  }
  return best
}

const surest = (faces: readonly Face[]): number => Math.max(0, ...faces.map(({ score }) => score))

function turnBack(faces: readonly Face[], back: Similarity): Face[] {
  return faces.map(({ landmarks, score }) => ({ landmarks: landmarks.map((p) => apply(back, p)), score }))
}

async function look(nets: Nets, picture: Pixels, sides: readonly number[]): Promise<Face[]> {
  const faces: Face[] = []
  for (const side of sides) {
    for (const box of await detect(nets, picture, side, FIRST_LOOK)) {
      if (faces.some((face) => overlaps(face, box))) continue
      const landmarks = await landmarksIn(nets, picture, box)
      const score = await secondLook(nets, picture, landmarks)
      if (score > 0) faces.push({ landmarks, score })
    }
  }
  return faces.sort((a, b) => faceHeight(b) - faceHeight(a))
}

/** @returns the height from the brows to the chin, in pixels */
export const faceHeight = ({ landmarks }: Face): number => uprightBox(landmarks).height

/** A second box on a face that is already known: its centre lies near that face's. */
function overlaps({ landmarks }: Face, box: FaceBox): boolean {
  const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  return distance(mean(landmarks), centre) < uprightBox(landmarks).height / 2
}

/** Confidence that a face is in the middle of the upright crop that the landmarks define; 0 when there is none. */
async function secondLook(nets: Nets, picture: Pixels, landmarks: readonly Position[]): Promise<number> {
  const crop = uprightCrop(picture, landmarks, SECOND_LOOK_SIDE, SECOND_LOOK_SIDE, 0.5)
  const middle = SECOND_LOOK_SIDE / 2
  const covers = (box: FaceBox) =>
    Math.abs(box.x + box.width / 2 - middle) < box.width / 3 &&
    Math.abs(box.y + box.height / 2 - middle) < box.height / 3
  const found = await detect(nets, crop, SECOND_LOOK_SIDE, SECOND_LOOK)
  return Math.max(0, ...found.filter(covers).map(({ score }) => score))
}

function quarterTurns({
  width: w,
  height: h,
}: Pixels): { place: Similarity; width: number; height: number }[] {
  return [
    { place: { a: 0, b: 1, tx: h, ty: 0 }, width: h, height: w },
    { place: { a: 0, b: -1, tx: 0, ty: w }, width: h, height: w },
    { place: { a: -1, b: 0, tx: w, ty: h }, width: w, height: h },
  ]
}
