import { NanshaError } from '@nansha/shared/errors'
import { framesOf } from '@nansha/shared/liveness'
import { type FaceFault, wordFaceFault } from '../clients/face-answer'
import type { StoredPhoto } from '../clients/match-faces'
import type { FaceMatch } from '../face/face-match'
import type { LivenessChallenge } from '../face/liveness/challenge'
import { photoDigest } from '../image/photo-digest'
import type { Files } from '../platform/files'
import type { EnrolPorts } from './enrol-ports'

/** A stored file whose bytes are known. */
export type NamedPhoto = Required<StoredPhoto>

/** Stored files of one enrolment: a selfie, or the frames of a guided capture with what they answer. */
export type Photos = { readonly card: string } & (
  | { readonly selfie: string; readonly frames?: undefined }
  | {
      readonly selfie?: undefined
      readonly challenge: LivenessChallenge
      readonly frames: readonly NamedPhoto[]
    }
)

/** Stored pictures of the living person, and the challenge that they answer; null for a single selfie. */
export interface LivePhotos {
  readonly challenge: LivenessChallenge | null
  readonly frames: readonly NamedPhoto[]
}

/** What was seen on them. */
export interface Sight {
  /** Which of them desks will see. */
  readonly shown: number
  /** How they compare with the reference. */
  readonly match: FaceMatch
  /** Of each frame of a guided capture. */
  readonly fingerprints: readonly string[]
}

/**
 * Looks whether somebody lives, where frames answer a challenge, and compares them with a reference.
 *
 * @param reference a photo of the card
 * @throws NanshaError FACE_…, LIVENESS_… or IMAGE_… when a photo cannot be judged, with `which` of them; SERVICE_UNAVAILABLE
 */
export async function seePerson(
  { matchFaces, checkLiveness, randomInt }: Pick<EnrolPorts, 'matchFaces' | 'checkLiveness' | 'randomInt'>,
  { challenge, frames }: LivePhotos,
  reference: StoredPhoto,
): Promise<Sight> {
  if (challenge === null) {
    const match = await matchFaces(frames, reference).catch(wordFaceFault(photoRefusal))
    return { shown: 0, match, fingerprints: [] }
  }
  // The straight look that desks will see is drawn once all frames are fixed, so that nobody can prepare one of them for it.
  const shown = randomInt(framesOf('look-straight'))
  const seen = await checkLiveness({ challenge, frames, shown }, reference).catch(wordFaceFault(photoRefusal))
  return { shown, ...seen }
}

function photoRefusal({ code, which, step }: FaceFault): NanshaError {
  if (which === 'reference') return new NanshaError(code, { which: 'card' })
  return new NanshaError(code, { which: 'selfie', ...(step !== undefined && { step }) })
}

/**
 * Names the selfie of a person whom the platform films elsewhere by the bytes that lie there now; it may be that of a
 * former try.
 *
 * @throws NanshaError IMAGE_MISSING
 */
export async function nameSelfie(ports: { readonly files: Files }, fileId: string): Promise<LivePhotos> {
  return { challenge: null, frames: [{ fileId, digest: photoDigest(await downloadSelfie(ports, fileId)) }] }
}

/** @throws NanshaError IMAGE_MISSING */
export async function downloadSelfie({ files }: { readonly files: Files }, fileId: string): Promise<Buffer> {
  const bytes = await files.download(fileId)
  if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
  return bytes
}
