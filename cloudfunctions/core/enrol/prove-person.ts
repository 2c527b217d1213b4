import { NanshaError } from '@nansha/shared/errors'
import type { LivePerson, StoredFrame } from '../clients/check-liveness'
import type { FaceFault } from '../clients/face-answer'
import type { FaceMatch } from '../clients/match-faces'
import type { LivenessChallenge } from '../face/liveness/challenge'
import { photoDigest } from '../image/photo-digest'
import { forgiveFilming } from '../limits/filming-attempts'
import { accountKey } from '../records/account-key'
import type { RegistryDecision } from '../records/decisions'
import type { Applicant } from '../registry/population-registry'
import type { EnrolPorts } from './enrol-ports'
import { requireNeverSeen } from './require-never-seen'

type Ports = Pick<
  EnrolPorts,
  'database' | 'index' | 'now' | 'files' | 'matchFaces' | 'checkLiveness' | 'registry'
>

/** Stored files of one enrolment: a selfie, or the frames of a guided capture. */
export type Photos = { readonly card: string } & (
  | { readonly selfie: string; readonly frames?: undefined }
  | { readonly selfie?: undefined; readonly frames: readonly StoredFrame[] }
)

/** … of which the card is the very photo that was read: its `photoDigest`. */
type ReadPhotos = Photos & { readonly cardDigest: string }

/** What was found out about an applicant, all of it kept in the decision record but for the portrait. */
export interface Proofing {
  readonly outcome: 'proven' | 'unsure' | 'refused'
  readonly faces: Omit<FaceMatch, 'portrait'>
  readonly registry: RegistryDecision
  /** WebP: the live image, which is what the registry was shown. */
  readonly portrait: Buffer
  /** SHA-256 of every frame that was looked at. */
  readonly digests: readonly string[]
}

/**
 * Sees that somebody lives, compares them with the card, and asks the registry about the same picture. The card was
 * supplied by the applicant, so it can only refuse; nobody is proven but by the registry. It is asked last: once it was,
 * nothing but its answer may decide, or whoever fails elsewhere on purpose could watch how long it takes.
 *
 * @throws NanshaError FACE_…, LIVENESS_… or IMAGE_… when a photo cannot be judged, SERVICE_UNAVAILABLE when somebody did
 *   not answer: in both cases nothing was decided
 */
export async function provePerson(
  ports: Ports,
  applicant: Omit<Applicant, 'selfie'>,
  challenge: LivenessChallenge | null,
  photos: ReadPhotos,
): Promise<Proofing> {
  const { best, digests, match } = await seePerson(ports, challenge, photos)
  await requireNeverSeen(ports, digests)
  if (photos.frames) await forgiveFilming(ports, accountKey(applicant.account))
  const selfie = livePhoto(ports, best)
  const registered = await ports.registry.compare({ ...applicant, selfie })
  if (!photos.frames && registered === 'confirmed') await forgiveFilming(ports, accountKey(applicant.account))
  return proofingOf(match, registered, digests)
}

/** A stored photo, and the bytes that it had when it was looked at. */
interface SeenPhoto {
  readonly fileId: string
  readonly digest: string
}

async function seePerson(
  ports: Ports,
  challenge: LivenessChallenge | null,
  photos: ReadPhotos,
): Promise<Omit<LivePerson, 'best'> & { readonly best: SeenPhoto }> {
  if (photos.selfie !== undefined) return seeSelfie(ports, photos.selfie, photos)
  if (!challenge) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  const live = await ports.checkLiveness(challenge, photos.frames, photos.card, photos.cardDigest)
  if (!live.ok) throw refusalOf(live.fault)
  const { best, digests, match } = live.person
  const digest = digests[photos.frames.findIndex(({ fileId }) => fileId === best)]
  if (digest === undefined) throw new NanshaError('SERVICE_UNAVAILABLE')
  return { best: { fileId: best, digest }, digests, match }
}

/** Of a person whom the platform films elsewhere: it may be the selfie of a former try. */
async function seeSelfie(ports: Ports, selfie: string, { card, cardDigest }: ReadPhotos) {
  const probeDigest = photoDigest(await downloadSelfie(ports, selfie))
  const compared = await ports.matchFaces(selfie, card, { probeDigest, referenceDigest: cardDigest })
  if (!compared.ok) throw refusalOf(compared.fault)
  return { best: { fileId: selfie, digest: probeDigest }, digests: [], match: compared.match }
}

function proofingOf(
  { portrait, ...faces }: FaceMatch,
  registry: RegistryDecision,
  digests: readonly string[],
): Proofing {
  const outcome = decide(faces.decision, registry)
  return { outcome, faces, registry, portrait: Buffer.from(portrait, 'base64'), digests }
}

/** Both must say yes; one no is a no; anything else is neither. */
export function decide(faces: FaceMatch['decision'], registry: RegistryDecision): Proofing['outcome'] {
  if (faces === 'no-match' || registry === 'refused') return 'refused'
  return faces === 'match' && registry === 'confirmed' ? 'proven' : 'unsure'
}

function refusalOf({ code, which, step }: FaceFault): NanshaError {
  if (which === 'reference') return new NanshaError(code, { which: 'card' })
  return new NanshaError(code, { which: 'selfie', ...(step !== undefined && { step }) })
}

/**
 * The picture that was compared with the card, and no other: the applicant may upload a photo of somebody else in its
 * place meanwhile.
 */
function livePhoto(ports: Ports, { fileId, digest }: SeenPhoto) {
  return {
    fileId,
    digest,
    async bytes() {
      const bytes = await downloadSelfie(ports, fileId)
      if (photoDigest(bytes) !== digest) throw new NanshaError('LIVENESS_PERSON', { which: 'selfie' })
      return bytes
    },
  }
}

async function downloadSelfie({ files }: Ports, fileId: string): Promise<Buffer> {
  const bytes = await files.download(fileId)
  if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
  return bytes
}
