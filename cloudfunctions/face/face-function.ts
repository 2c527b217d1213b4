import type { FaceEngine } from '@nansha/core/face/face-engine'
import { LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { fingerprint } from '@nansha/core/face/liveness/fingerprint'
import { matchLooks, matchPhotos } from '@nansha/core/face/match-photos'
import { takePortrait } from '@nansha/core/face/take-portrait'
import { answerFunctions, type CalledPorts } from '@nansha/core/function/answer-functions'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { NanshaError } from '@nansha/shared/errors'
import { framesOf, MOST_FRAMES, stepsOfFrames } from '@nansha/shared/liveness'
import * as v from 'valibot'

const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(512))
/** {@link photoDigest} of the file as the caller knows it: one that was exchanged since counts as missing. */
const Digest = v.optional(v.pipe(v.string(), v.length(43)))
const Photo = v.object({ fileId: FileId, digest: Digest })
type Photo = v.InferOutput<typeof Photo>
const Match = v.object({
  action: v.literal('match'),
  probes: v.pipe(v.array(Photo), v.minLength(1), v.maxLength(MOST_FRAMES)),
  reference: Photo,
})
const Liveness = v.object({
  action: v.literal('liveness'),
  challenge: LivenessChallenge,
  frames: v.pipe(v.array(Photo), v.minLength(1), v.maxLength(MOST_FRAMES)),
  /** Which of the straight looks becomes the portrait. */
  shown: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(framesOf('look-straight') - 1)),
  reference: Photo,
})
const Portrait = v.object({ action: v.literal('portrait'), photo: FileId, digest: Digest })
const Event = v.variant('action', [Match, Liveness, Portrait])

export interface FacePorts extends CalledPorts {
  readonly engine: Promise<FaceEngine>
}

/**
 * Looks at faces for other functions; citizens and staff cannot call it. It reads the files it is given and neither
 * keeps nor deletes anything: the caller owns them.
 *
 * @returns `{ ok: true, … }` or `{ ok: false, code, details: { which | step } }`
 */
export function createFaceFunction(ports: FacePorts) {
  return answerFunctions(ports, Event, (input) => act(ports, input))
}

function act(ports: FacePorts, input: v.InferOutput<typeof Event>): Promise<object> {
  switch (input.action) {
    case 'match':
      return match(ports, input)
    case 'liveness':
      return liveness(ports, input)
    case 'portrait':
      return portrait(ports, input)
  }
}

async function match(ports: FacePorts, { probes, reference }: v.InferOutput<typeof Match>) {
  const [known, ...live] = await Promise.all([
    fetchFile(ports, reference, { which: 'reference' }),
    ...probes.map((probe) => fetchFile(ports, probe, { which: 'probe' })),
  ])
  return matchPhotos(await ports.engine, live, known)
}

/** Answers what `match` answers, for the frames of a living person, and a fingerprint of each frame. */
async function liveness(ports: FacePorts, event: v.InferOutput<typeof Liveness>) {
  const { challenge, frames, shown, reference } = event
  const steps = stepsOfFrames(challenge)
  const [known, ...live] = await Promise.all([
    fetchFile(ports, reference, { which: 'reference' }),
    ...frames.map((frame, index) => fetchFile(ports, frame, { step: steps[index] ?? 0 })),
  ])
  const engine = await ports.engine
  const seen = await checkLiveness(engine, challenge, live)
  const fingerprints = seen.map(({ picture }) => fingerprint(picture))
  return { fingerprints, ...(await matchLooks(engine, seen, shown, known)) }
}

async function portrait(ports: FacePorts, { photo, digest }: v.InferOutput<typeof Portrait>) {
  const bytes = await fetchFile(ports, { fileId: photo, digest }, { which: 'probe' })
  return { portrait: (await takePortrait(await ports.engine, bytes)).toString('base64') }
}

async function fetchFile(
  { download }: FacePorts,
  { fileId, digest }: Photo,
  details: Readonly<Record<string, string | number>>,
): Promise<Uint8Array> {
  const bytes = await download(fileId)
  if (!bytes || (digest !== undefined && photoDigest(bytes) !== digest))
    throw new NanshaError('IMAGE_MISSING', details)
  return bytes
}
