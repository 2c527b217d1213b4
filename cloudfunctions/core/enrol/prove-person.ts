import { NanshaError } from '@nansha/shared/errors'
import type { LivenessChallenge } from '../face/liveness/challenge'
import type { StoredFrame } from '../face-client/check-liveness'
import type { FaceFault } from '../face-client/face-answer'
import type { FaceMatch } from '../face-client/match-faces'
import type { Applicant, RegistryDecision } from '../registry/population-registry'
import type { EnrolPorts } from './enrol-ports'

type Ports = Pick<EnrolPorts, 'files' | 'matchFaces' | 'checkLiveness' | 'registry'>

/** Stored files of one enrolment: a selfie, or the frames of a guided capture. */
export type Photos = { readonly card: string } & (
  | { readonly selfie: string }
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
 * supplied by the applicant, so it can only refuse; nobody is proven but by the registry.
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
  if (photos.selfie !== undefined) return provePhoto(ports, applicant, photos.card, photos.selfie)
  if (!challenge) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  // First the person, then the registry: who is a film of somebody never gets that far.
  const live = await ports.checkLiveness(challenge, photos.frames, photos.card)
  if (!live.ok) throw refusalOf(live.fault)
  const registered = await ports.registry.compare({
    ...applicant,
    selfie: livePhoto(ports, live.person.best),
  })
  return proofingOf(live.person.match, registered, live.person.digests)
}

/** Where one photo is all there is, both can look at it at the same time. */
async function provePhoto(
  ports: Ports,
  applicant: Omit<Applicant, 'selfie'>,
  card: string,
  selfie: string,
): Promise<Proofing> {
  // Both are awaited even when one fails: the photos must outlive whoever looks at them.
  const [faces, registered] = await Promise.allSettled([
    ports.matchFaces(selfie, card),
    ports.registry.compare({ ...applicant, selfie: livePhoto(ports, selfie) }),
  ])
  if (faces.status === 'rejected') throw faces.reason
  if (!faces.value.ok) throw refusalOf(faces.value.fault)
  if (registered.status === 'rejected') throw registered.reason
  return proofingOf(faces.value.match, registered.value, [])
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

function livePhoto({ files }: Ports, fileId: string) {
  return {
    fileId,
    async bytes() {
      const bytes = await files.download(fileId)
      if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
      return bytes
    },
  }
}
