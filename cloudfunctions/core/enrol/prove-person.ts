import { NanshaError } from '@nansha/shared/errors'
import { forgiveFilming } from '../abuse/filming-attempts'
import type { LivenessChallenge } from '../face/liveness/challenge'
import type { LivePerson, StoredFrame } from '../face-client/check-liveness'
import type { FaceFault } from '../face-client/face-answer'
import type { FaceMatch } from '../face-client/match-faces'
import { photoDigest } from '../image/photo-digest'
import { accountKey } from '../records/account-key'
import type { Applicant, RegistryDecision } from '../registry/population-registry'
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
  photos: Photos,
): Promise<Proofing> {
  const { best, digests, match } = await seePerson(ports, challenge, photos)
  await requireNeverSeen(ports, digests)
  if (photos.frames) await forgiveFilming(ports, accountKey(applicant.account))
  const seen = photos.frames?.findIndex(({ fileId }) => fileId === best) ?? -1
  const selfie = livePhoto(ports, best, digests[seen])
  const registered = await ports.registry.compare({ ...applicant, selfie })
  return proofingOf(match, registered, digests)
}

async function seePerson(
  ports: Ports,
  challenge: LivenessChallenge | null,
  photos: Photos,
): Promise<LivePerson> {
  if (photos.selfie !== undefined) {
    const compared = await ports.matchFaces(photos.selfie, photos.card)
    if (!compared.ok) throw refusalOf(compared.fault)
    return { best: photos.selfie, digests: [], match: compared.match }
  }
  if (!challenge) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  const live = await ports.checkLiveness(challenge, photos.frames, photos.card)
  if (!live.ok) throw refusalOf(live.fault)
  return live.person
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
 * The picture that was seen alive, and no other: the applicant may upload a photo of somebody else in its place while
 * the frames are looked at. A selfie that no frames stand behind is shown to nobody.
 */
function livePhoto({ files }: Ports, fileId: string, digest: string | undefined) {
  return {
    fileId,
    async bytes() {
      const bytes = await files.download(fileId)
      if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
      if (photoDigest(bytes) !== digest) throw new NanshaError('LIVENESS_PERSON', { which: 'selfie' })
      return bytes
    },
  }
}
