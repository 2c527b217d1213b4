import { NanshaError } from '@nansha/shared/errors'
import { framesOf } from '@nansha/shared/liveness'
import { type FaceFault, wordFaceFault } from '../clients/face-answer'
import type { StoredPhoto } from '../clients/match-faces'
import type { FaceMatch } from '../face/face-match'
import type { LivenessChallenge } from '../face/liveness/challenge'
import { photoDigest } from '../image/photo-digest'
import { forgiveFilming } from '../limits/filming-attempts'
import { accountKey } from '../records/account-key'
import type { RegistryDecision } from '../records/decisions'
import type { Applicant } from '../registry/population-registry'
import type { EnrolPorts } from './enrol-ports'
import { type CapturedFrame, requireNeverSeen } from './require-never-seen'

type Ports = Pick<
  EnrolPorts,
  'database' | 'index' | 'now' | 'files' | 'matchFaces' | 'checkLiveness' | 'registry' | 'randomInt'
>

/** A stored file whose bytes are known. */
type NamedPhoto = Required<StoredPhoto>

/** Stored files of one enrolment: a selfie, or the frames of a guided capture with what they answer. */
export type Photos = { readonly card: string } & (
  | { readonly selfie: string; readonly frames?: undefined }
  | {
      readonly selfie?: undefined
      readonly challenge: LivenessChallenge
      readonly frames: readonly NamedPhoto[]
    }
)

/** The `photoDigest` of the card photo that was read; another photo in its place does not count. */
type ReadPhotos = Photos & { readonly cardDigest: string }

/** What was found out about an applicant, all of it kept in the decision record but for the portrait. */
export interface Proofing {
  readonly outcome: 'proven' | 'unsure' | 'refused'
  readonly faces: Omit<FaceMatch, 'portrait'>
  readonly registry: RegistryDecision
  /** WebP: the live image, which is what the registry was shown. */
  readonly portrait: Buffer
  /** How many frames showed a living person; 0 where a selfie was enough. */
  readonly frames: number
}

/**
 * Sees that somebody lives, compares them with the card, and asks the registry about the same pictures. The card was
 * supplied by the applicant, so it can only refuse; nobody is proven but by the registry. It is asked last: once it was,
 * nothing but its answer may decide, or whoever fails elsewhere on purpose could watch how long it takes.
 *
 * @param number blind index of the applicant's number
 * @throws NanshaError FACE_…, LIVENESS_… or IMAGE_… when a photo cannot be judged, SERVICE_UNAVAILABLE when somebody did
 *   not answer: in both cases nothing was decided
 */
export async function provePerson(
  ports: Ports,
  applicant: Omit<Applicant, 'photos'>,
  number: string,
  photos: ReadPhotos,
): Promise<Proofing> {
  const { seen, shown, match, captured } = await seePerson(ports, photos)
  if (captured) await requireNeverSeen(ports, number, captured)
  const registered = await ports.registry.compare({ ...applicant, photos: livePhotos(ports, seen, shown) })
  // A film of the platform, unlike a guided challenge, says nothing that a next one could use.
  if (!photos.frames && registered === 'confirmed') await forgiveFilming(ports, accountKey(applicant.account))
  const { portrait, ...faces } = match
  return {
    outcome: combineDecisions(faces.decision, registered),
    faces,
    registry: registered,
    portrait: Buffer.from(portrait, 'base64'),
    frames: photos.frames?.length ?? 0,
  }
}

/** Photos of the living person, which of them desks will see, and how they compare with the card. */
interface Seen {
  readonly seen: readonly StoredPhoto[]
  readonly shown: number
  readonly match: FaceMatch
  /** The frames of a guided capture. */
  readonly captured?: readonly CapturedFrame[]
}

async function seePerson(
  ports: Pick<Ports, 'files' | 'matchFaces' | 'randomInt' | 'checkLiveness'>,
  photos: ReadPhotos,
): Promise<Seen> {
  const { card, cardDigest } = photos
  if (photos.selfie !== undefined)
    return seeSelfie(ports, photos.selfie, { fileId: card, digest: cardDigest })
  // The straight look that desks will see is drawn once all frames are fixed, so that nobody can prepare one of them for it.
  const shown = ports.randomInt(framesOf('look-straight'))
  const { challenge, frames } = photos
  const { match, fingerprints } = await ports
    .checkLiveness({ challenge, frames, shown }, { fileId: card, digest: cardDigest })
    .catch(wordFaceFault(photoRefusal))
  const captured = frames.map(({ digest }, at) => ({ digest, fingerprint: fingerprints[at] as string }))
  return { seen: frames, shown, match, captured }
}

/** Of a person whom the platform films elsewhere: it may be the selfie of a former try. */
async function seeSelfie(
  ports: Pick<Ports, 'files' | 'matchFaces'>,
  selfie: string,
  card: StoredPhoto,
): Promise<Seen> {
  const seen = [{ fileId: selfie, digest: photoDigest(await download(ports, selfie)) }]
  const match = await ports.matchFaces(seen, card).catch(wordFaceFault(photoRefusal))
  return { seen, shown: 0, match }
}

/** Both must say yes; one no is a no; anything else is neither. */
export function combineDecisions(
  faces: FaceMatch['decision'],
  registry: RegistryDecision,
): Proofing['outcome'] {
  if (faces === 'no-match' || registry === 'refused') return 'refused'
  return faces === 'match' && registry === 'confirmed' ? 'proven' : 'unsure'
}

function photoRefusal({ code, which, step }: FaceFault): NanshaError {
  if (which === 'reference') return new NanshaError(code, { which: 'card' })
  return new NanshaError(code, { which: 'selfie', ...(step !== undefined && { step }) })
}

/**
 * The pictures that were compared with the card, and no others: the applicant may upload a photo of somebody else in
 * their place meanwhile.
 */
function livePhotos(
  ports: Pick<Ports, 'files'>,
  all: readonly StoredPhoto[],
  shown: number,
): Applicant['photos'] {
  return {
    all,
    async shown() {
      const { fileId, digest } = all[shown] as StoredPhoto
      const bytes = await download(ports, fileId)
      if (photoDigest(bytes) !== digest) throw new NanshaError('LIVENESS_PERSON', { which: 'selfie' })
      return bytes
    },
  }
}

async function download({ files }: Pick<Ports, 'files'>, fileId: string): Promise<Buffer> {
  const bytes = await files.download(fileId)
  if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
  return bytes
}
