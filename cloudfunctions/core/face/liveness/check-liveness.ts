import { NanshaError } from '@nansha/shared/errors'
import { type LivenessRequest, requestsOf, stepsOfFrames } from '@nansha/shared/liveness'
import { photoDigest } from '../../image/photo-digest'
import type { FaceEngine } from '../face-engine'
import { findUprightFaces } from '../find-faces'
import { checkLight } from '../light/check-light'
import { lookAt } from '../look'
import { describeLook } from '../match-photos'
import { looksStraight, showsOnly } from './actions'
import type { LivenessChallenge } from './challenge'
import { checkDifferent } from './check-different'
import { checkQuality } from './check-quality'
import { checkSamePerson, type TiedFrame } from './check-same-person'
import { checkEyesVisible } from './covered'
import { type Expression, readExpression } from './expression'
import { skinChip } from './skin-chip'

/** A frame that was looked at: which step it answers, and what the person does in it. */
export interface SeenFrame extends TiedFrame {
  readonly expression: Expression
}

/**
 * Checks that the frames show one live person who does what the challenge asks, in its order, and nothing else.
 *
 * @param frames encoded JPEG, PNG or WebP, at most 6 MB each, not mirrored; in the order of capture, of each step as many
 *   as it asks for (`framesOf`)
 * @throws NanshaError LIVENESS_…, FACE_… or IMAGE_…, with the `step` of the first thing that is wrong
 */
export async function checkLiveness(
  engine: FaceEngine,
  challenge: LivenessChallenge,
  frames: readonly Uint8Array[],
): Promise<readonly SeenFrame[]> {
  const steps = stepsOfFrames(challenge)
  const requests = requestsOf(challenge)
  if (frames.length !== steps.length) throw new NanshaError('LIVENESS_TIMING', { step: requests.length - 1 })
  checkUnlike(frames, steps)
  const seen: SeenFrame[] = []
  for (const [index, bytes] of frames.entries()) {
    const step = steps[index] as number
    seen.push(await seeFrame(engine, bytes, step, requests[step] as LivenessRequest))
  }
  await judgeCapture(engine, challenge, seen)
  return seen
}

/** Looks at one frame by itself. @throws NanshaError FACE_… or IMAGE_…, with its `step` */
export async function seeFrame(
  engine: FaceEngine,
  bytes: Uint8Array,
  step: number,
  request: LivenessRequest,
): Promise<SeenFrame> {
  // The guided camera delivers upright frames; looking for lying faces would only cost time.
  const look = await lookAt(engine, bytes, { step }, findUprightFaces)
  checkQuality(look.picture, look.face, step)
  const expression = readExpression(look.picture, look.face)
  if (request === 'look-straight') {
    if (!looksStraight(expression)) throw new NanshaError('FACE_TURNED', { step })
    checkEyesVisible(skinChip(look.picture, look.face), step)
  }
  return { ...(await describeLook(engine, look)), step, request, expression }
}

/** Judges frames that were seen, each beside the others. @throws NanshaError LIVENESS_…, with the `step` */
export async function judgeCapture(
  engine: FaceEngine,
  { colours }: Pick<LivenessChallenge, 'colours'>,
  seen: readonly SeenFrame[],
): Promise<void> {
  checkDifferent(seen)
  const rest = seen[0]?.expression as Expression
  for (const { request, expression, step } of seen) {
    if (!showsOnly(request, expression, rest)) throw new NanshaError('LIVENESS_ACTION', { step })
  }
  await checkSamePerson(engine, seen)
  const lit = seen.filter(({ request }) => request === 'light')
  if (colours) checkLight(lit, colours)
}

/** @throws NanshaError LIVENESS_STILL for a file that comes twice */
function checkUnlike(frames: readonly Uint8Array[], steps: readonly number[]): void {
  const digests = frames.map((bytes) => photoDigest(bytes))
  const repeated = digests.findIndex((digest, index) => digests.indexOf(digest) < index)
  if (repeated >= 0) throw new NanshaError('LIVENESS_STILL', { step: steps[repeated] as number })
}
