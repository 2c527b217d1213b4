import type { FaceEngine } from '@nansha/core/face/face-engine'
import { LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { checkLiveness } from '@nansha/core/face/liveness/check-liveness'
import { fingerprint } from '@nansha/core/face/liveness/fingerprint'
import { matchLooks, matchPhotos } from '@nansha/core/face/match-photos'
import { takePortrait } from '@nansha/core/face/take-portrait'
import { parseEvent } from '@nansha/core/function/parse-event'
import type { Invocation, RecordInvocation } from '@nansha/core/function/record-invocation'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { type Caller, isFunctionCall } from '@nansha/core/platform/caller'
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

export interface Surroundings {
  caller(): Caller
  readonly record: RecordInvocation
  /** The bytes of a stored file, or null when there is none. */
  download(fileId: string): Promise<Uint8Array | null>
  readonly engine: Promise<FaceEngine>
}

/**
 * Looks at faces for other functions; citizens and staff cannot call it. It reads the files it is given and neither
 * keeps nor deletes anything: the caller owns them.
 * @returns `{ ok: true, … }` or `{ ok: false, code, which | step }`
 */
export function createFaceFunction(surroundings: Surroundings) {
  return (event: unknown, context?: unknown): Promise<object> => {
    const caller = surroundings.caller()
    return surroundings.record(context, (invocation) => answer(surroundings, caller, event, invocation))
  }
}

async function answer(
  surroundings: Surroundings,
  caller: Caller,
  event: unknown,
  invocation: Invocation,
): Promise<object> {
  try {
    if (!isFunctionCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    const input = parseEvent(Event, event)
    invocation.action = input.action
    return { ok: true, ...(await act(surroundings, input)) }
  } catch (error) {
    if (!(error instanceof NanshaError)) throw error
    invocation.code = error.code
    return { ok: false, code: error.code, ...error.details }
  }
}

function act(surroundings: Surroundings, input: v.InferOutput<typeof Event>): Promise<object> {
  switch (input.action) {
    case 'match':
      return match(surroundings, input)
    case 'liveness':
      return liveness(surroundings, input)
    case 'portrait':
      return portrait(surroundings, input)
  }
}

async function match(surroundings: Surroundings, { probes, reference }: v.InferOutput<typeof Match>) {
  const [known, ...live] = await Promise.all([
    fetchFile(surroundings, reference, { which: 'reference' }),
    ...probes.map((probe) => fetchFile(surroundings, probe, { which: 'probe' })),
  ])
  return matchPhotos(await surroundings.engine, live, known)
}

/** Answers what `match` answers, for the frames of a living person, and a fingerprint of each frame. */
async function liveness(surroundings: Surroundings, event: v.InferOutput<typeof Liveness>) {
  const { challenge, frames, shown, reference } = event
  const steps = stepsOfFrames(challenge)
  const [known, ...live] = await Promise.all([
    fetchFile(surroundings, reference, { which: 'reference' }),
    ...frames.map((frame, index) => fetchFile(surroundings, frame, { step: steps[index] ?? 0 })),
  ])
  const engine = await surroundings.engine
  const seen = await checkLiveness(engine, challenge, live)
  const fingerprints = seen.map(({ picture }) => fingerprint(picture))
  return { fingerprints, ...(await matchLooks(engine, seen, shown, known)) }
}

async function portrait(surroundings: Surroundings, { photo, digest }: v.InferOutput<typeof Portrait>) {
  const bytes = await fetchFile(surroundings, { fileId: photo, digest }, { which: 'probe' })
  return { portrait: (await takePortrait(await surroundings.engine, bytes)).toString('base64') }
}

async function fetchFile(
  { download }: Surroundings,
  { fileId, digest }: Photo,
  details: Readonly<Record<string, string | number>>,
): Promise<Uint8Array> {
  const bytes = await download(fileId)
  if (!bytes || (digest !== undefined && photoDigest(bytes) !== digest))
    throw new NanshaError('IMAGE_MISSING', details)
  return bytes
}
