import { NanshaError } from '@nansha/shared/errors'
import { photoDigest } from '../../image/photo-digest'
import type { FaceEngine } from '../face-engine'
import { findUprightFaces } from '../find-faces'
import { type Look, lookAt } from '../look'
import { does, looksStraight } from './actions'
import type { LivenessChallenge } from './challenge'
import { checkEyesVisible } from './covered'
import { type Expression, readExpression } from './expression'
import { checkQuality, sharpness } from './quality'
import { meanAndDeviation, skinChip } from './skin-chip'
import { checkDifferent } from './still'
import { checkTiming, type FrameTime } from './timing'

/** One captured frame. */
export interface LivenessFrame extends FrameTime {
  /** Encoded JPEG, PNG or WebP, at most 6 MB, not mirrored. */
  readonly bytes: Uint8Array
}

export interface LivePerson {
  /** The sharpest frame that looks straight: the one to compare and to show to desks. */
  readonly best: Look
  /** Index of that frame. */
  readonly bestFrame: number
  /** {@link photoDigest} of every frame: kept by the caller, so that none is ever accepted a second time. */
  readonly digests: readonly string[]
}

/** Similarity of SFace embeddings that says: still the person who began. Turned heads of one person stay above it. */
const SAME_PERSON = 0.35

/**
 * Checks that the frames show one live person who does what the challenge asks, in its order.
 * @param frames in the order of capture, one or more a step
 * @throws NanshaError LIVENESS_…, FACE_… or IMAGE_…, with the `step` of the first thing that is wrong
 */
export async function checkLiveness(
  engine: FaceEngine,
  challenge: LivenessChallenge,
  frames: readonly LivenessFrame[],
): Promise<LivePerson> {
  checkTiming(challenge, frames)
  const digests = frames.map(({ bytes }) => photoDigest(bytes))
  const repeated = digests.findIndex((digest, index) => digests.indexOf(digest) < index)
  if (repeated >= 0) throw new NanshaError('LIVENESS_STILL', { step: frames[repeated]?.step ?? 0 })

  const seen: Seen[] = []
  for (const { bytes, step } of frames) seen.push(await see(engine, bytes, step))
  checkDifferent(seen.map(({ look, step }) => ({ picture: look.picture, step })))
  const rest = seen[0] as Seen
  await checkSamePerson(engine, seen)
  challenge.actions.forEach((action, index) => {
    const step = index + 1
    const tries = seen.filter((frame) => frame.step === step)
    if (!tries.some(({ expression }) => does(action, expression, rest.expression))) {
      throw new NanshaError('LIVENESS_ACTION', { step })
    }
  })
  const bestFrame = sharpestStraight(seen)
  return { best: (seen[bestFrame] as Seen).look, bestFrame, digests }
}

interface Seen {
  readonly step: number
  readonly look: Look
  readonly expression: Expression
}

async function see(engine: FaceEngine, bytes: Uint8Array, step: number): Promise<Seen> {
  // The guided camera delivers upright frames; looking for lying faces would only cost time.
  const look = await lookAt(engine, bytes, { step }, findUprightFaces)
  checkQuality(look.picture, look.face, step)
  const expression = readExpression(look.picture, look.face)
  if (step === 0) {
    if (!looksStraight(expression)) throw new NanshaError('FACE_TURNED', { step })
    checkEyesVisible(skinChip(look.picture, look.face), step)
  }
  return { step, look, expression }
}

/** @throws NanshaError LIVENESS_PERSON at the first frame that shows somebody else than the first one */
async function checkSamePerson({ sface }: FaceEngine, seen: readonly Seen[]): Promise<void> {
  const [first, ...others] = await Promise.all(
    seen.map(({ look }) => sface.describe(look.picture, look.face)),
  )
  others.forEach((other, index) => {
    const similarity = sface.compare(first as Float32Array, other)
    if (!(similarity >= SAME_PERSON))
      throw new NanshaError('LIVENESS_PERSON', { step: seen[index + 1]?.step ?? 0 })
  })
}

/** Index of the sharpest frame of step 0. */
function sharpestStraight(seen: readonly Seen[]): number {
  const rated = seen.map(({ step, look }) => {
    const chip = skinChip(look.picture, look.face)
    return step === 0 ? sharpness(chip, meanAndDeviation(chip.grey).deviation) : 0
  })
  return rated.indexOf(Math.max(...rated))
}
