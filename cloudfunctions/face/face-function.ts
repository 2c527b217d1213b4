import type { FaceEngine } from '@nansha/core/face/face-engine'
import { LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import { checkLiveness, type LivenessFrame } from '@nansha/core/face/liveness/check-liveness'
import { matchLook, matchPhotos } from '@nansha/core/face/match-photos'
import { cropPortrait } from '@nansha/core/face/portrait'
import { takePortrait } from '@nansha/core/face/take-portrait'
import { parseEvent } from '@nansha/core/function/parse-event'
import { photoDigest } from '@nansha/core/image/photo-digest'
import { type Caller, isFunctionCall } from '@nansha/core/platform/caller'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'

const FileId = v.pipe(v.string(), v.minLength(1), v.maxLength(512))
const Frame = v.object({
  fileId: FileId,
  step: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(3)),
  at: v.pipe(v.number(), v.minValue(0)),
})
/** {@link photoDigest} of the file as the caller knows it: one that was exchanged since counts as missing. */
const Digest = v.optional(v.pipe(v.string(), v.length(43)))
const Match = v.object({
  action: v.literal('match'),
  probe: FileId,
  probeDigest: Digest,
  reference: FileId,
  referenceDigest: Digest,
})
const Liveness = v.object({
  action: v.literal('liveness'),
  challenge: LivenessChallenge,
  /** Four a step at most. */
  frames: v.pipe(v.array(Frame), v.minLength(1), v.maxLength(16)),
  reference: v.optional(FileId),
  referenceDigest: Digest,
})
const Portrait = v.object({ action: v.literal('portrait'), photo: FileId, digest: Digest })
const Event = v.variant('action', [Match, Liveness, Portrait])

export interface Surroundings {
  caller(): Caller
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
  return async (event: unknown): Promise<object> => {
    const caller = surroundings.caller()
    try {
      if (!isFunctionCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
      const input = parseEvent(Event, event)
      return { ok: true, ...(await act(surroundings, input)) }
    } catch (error) {
      if (error instanceof NanshaError) return { ok: false, code: error.code, ...error.details }
      throw error
    }
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

async function match(surroundings: Surroundings, event: v.InferOutput<typeof Match>) {
  const [live, known] = await Promise.all([
    fetchFile(surroundings, event.probe, { which: 'probe' }, event.probeDigest),
    fetchReference(surroundings, event.reference, event.referenceDigest),
  ])
  return matchPhotos(await surroundings.engine, live, known)
}

/** With a reference it answers what `match` answers for the best frame; without one, only that frame's portrait. */
async function liveness(surroundings: Surroundings, event: v.InferOutput<typeof Liveness>) {
  const frames: LivenessFrame[] = await Promise.all(
    event.frames.map(async ({ fileId, step, at }) => ({
      step,
      at,
      bytes: await fetchFile(surroundings, fileId, { step }),
    })),
  )
  const { reference, referenceDigest } = event
  const known = reference && (await fetchReference(surroundings, reference, referenceDigest))
  const engine = await surroundings.engine
  const { best, bestFrame, digests } = await checkLiveness(engine, event.challenge, frames)
  const found = known
    ? await matchLook(engine, best, known)
    : { portrait: (await cropPortrait(best.picture, best.face)).toString('base64') }
  return { best: event.frames[bestFrame]?.fileId, digests, ...found }
}

async function portrait(surroundings: Surroundings, { photo, digest }: v.InferOutput<typeof Portrait>) {
  const bytes = await fetchFile(surroundings, photo, { which: 'probe' }, digest)
  return { portrait: (await takePortrait(await surroundings.engine, bytes)).toString('base64') }
}

function fetchReference(surroundings: Surroundings, fileId: string, digest?: string): Promise<Uint8Array> {
  return fetchFile(surroundings, fileId, { which: 'reference' }, digest)
}

async function fetchFile(
  { download }: Surroundings,
  fileId: string,
  details: Readonly<Record<string, string | number>>,
  digest?: string,
): Promise<Uint8Array> {
  const bytes = await download(fileId)
  if (!bytes || (digest !== undefined && photoDigest(bytes) !== digest))
    throw new NanshaError('IMAGE_MISSING', details)
  return bytes
}
