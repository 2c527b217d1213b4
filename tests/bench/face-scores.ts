import { readFile } from 'node:fs/promises'
import type { FaceEngine } from '@nansha/core/face/face-engine'
import { findFaces } from '@nansha/core/face/find-faces'
import { fuse, type Similarities } from '@nansha/core/face/fuse'
import { landmarksIn } from '@nansha/core/face/landmarks'
import { readImage } from '@nansha/core/face/read-image'
import { centre } from '@nansha/core/face/sface-matcher'
import { compareTemplates, describeFace, type FaceTemplate } from '@nansha/core/face/templates'
import calibration from '../../cloudfunctions/core/face/calibration.json'
import type { Histogram } from './error-rates'
import type { FaceSet } from './face-sets'

/** Scores of every genuine pair, and of all pairs of different people, for one way of matching. */
export interface Scores {
  readonly genuine: number[]
  readonly impostors: Histogram
}

/** An image whose face was found, described by both matchers. */
export interface Described {
  readonly person: string
  readonly template: FaceTemplate
}

const ALIGNED_SIDE = 112
/** Where the face lies on an aligned 112×112 crop, for the landmark net. */
const ALIGNED_BOX = { x: 8, y: 12, width: 96, height: 96, score: 1 }

/**
 * Describes every image of a set. Aligned crops go to SFace as they are, and by their landmarks to face-api.js.
 * @param mean what SFace embeddings of aligned crops are centred on
 * @returns by index of the image; undefined where no face was found
 */
export async function describeSet(
  engine: FaceEngine,
  set: FaceSet,
  mean: ArrayLike<number> = calibration.sfaceMean,
): Promise<(Described | undefined)[]> {
  const described: (Described | undefined)[] = []
  for (const [index, { file, person }] of set.images.entries()) {
    if (index % 100 === 0) process.stderr.write(`\r${index} of ${set.images.length} images`)
    const picture = await readImage(await readFile(file))
    if (set.kind === 'aligned') {
      if (picture.width !== ALIGNED_SIDE || picture.height !== ALIGNED_SIDE)
        throw new Error(`${file} is not ${ALIGNED_SIDE}×${ALIGNED_SIDE}: whole photos are read by --people`)
      const face = { landmarks: await landmarksIn(engine.nets, picture, ALIGNED_BOX), score: 1 }
      const faceApi = await engine.faceApi.describe(picture, face)
      const sface = centre(await engine.sface.embedChip(picture), mean)
      described.push({ person, template: { faceApi, sface } })
    } else {
      const [face] = await findFaces(engine.nets, picture)
      described.push(face && { person, template: await describeFace(engine, picture, face) })
    }
  }
  process.stderr.write(`\r${set.images.length} of ${set.images.length} images\n`)
  return described
}

/** A genuine pair with a face that was not found is a person refused, and counts as one. */
const NO_FACE: Similarities = { faceApi: -Infinity, sface: -Infinity }

/** Compares all pairs that count and hands each to `use`. */
export function comparePairs(
  engine: FaceEngine,
  set: FaceSet,
  described: readonly (Described | undefined)[],
  use: (similarities: Similarities, genuine: boolean) => void,
): void {
  for (const [i, j] of set.genuine) {
    const [a, b] = [described[i], described[j]]
    use(a && b ? compareTemplates(engine, a.template, b.template) : NO_FACE, true)
  }
  described.forEach((a, i) => {
    for (let j = i + 1; a && j < described.length; j++) {
      const b = described[j]
      if (b && a.person !== b.person) use(compareTemplates(engine, a.template, b.template), false)
    }
  })
}

/** The ways of matching that are reported, each with its score of a pair and the range of that score. */
export const WAYS = {
  'face-api.js': { score: ({ faceApi }: Similarities) => faceApi, low: -2, high: 0 },
  sface: { score: ({ sface }: Similarities) => sface, low: -1, high: 1 },
  fused: { score: (pair: Similarities) => fuse(pair), low: -60, high: 40 },
} as const

export type Way = keyof typeof WAYS
