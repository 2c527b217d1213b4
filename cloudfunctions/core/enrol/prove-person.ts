import { NanshaError } from '@nansha/shared/errors'
import type { FaceMatch } from '../face/face-match'
import { photoDigest } from '../image/photo-digest'
import { forgiveFilming } from '../limits/filming-attempts'
import { accountKey } from '../records/account-key'
import type { RegistryDecision } from '../records/decisions'
import type { CheckedSelfie } from '../records/enrolments'
import type { Applicant } from '../registry/population-registry'
import { isRefused, nameOf, refusalOf } from './check-selfie'
import type { EnrolPorts } from './enrol-ports'
import { requireNeverSeen } from './require-never-seen'
import {
  downloadSelfie,
  type LivePhotos,
  type NamedPhoto,
  nameSelfie,
  type Photos,
  type Sight,
  seePerson,
} from './see-person'

type Ports = Pick<
  EnrolPorts,
  'database' | 'index' | 'now' | 'files' | 'matchFaces' | 'checkLiveness' | 'registry' | 'randomInt'
>

type ReadPhotos = Photos & {
  /** The `photoDigest` of the card photo that was read; another photo in its place does not count. */
  readonly cardDigest: string
  /** What was found as soon as the person was filmed. */
  readonly checked?: CheckedSelfie | null
}

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
  const live = photos.selfie === undefined ? photos : await nameSelfie(ports, photos.selfie)
  const { shown, match, fingerprints } = await seeOnce(ports, live, photos)
  if (photos.frames) {
    const captured = photos.frames.map(({ digest }, at) => ({
      digest,
      fingerprint: fingerprints[at] as string,
    }))
    await requireNeverSeen(ports, number, captured)
  }
  const registered = await ports.registry.compare({
    ...applicant,
    photos: photosForRegistry(ports, live.frames, shown),
  })
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

/** What was found of these very pictures and this very card before is not looked for again. */
function seeOnce(
  ports: Pick<Ports, 'matchFaces' | 'checkLiveness' | 'randomInt'>,
  live: LivePhotos,
  { card, cardDigest, checked = null }: ReadPhotos,
): Sight | Promise<Sight> {
  if (checked !== null && checked.of === nameOf(live)) {
    if (isRefused(checked)) throw refusalOf(checked)
    if (checked.card === cardDigest) return checked
  }
  return seePerson(ports, live, { fileId: card, digest: cardDigest })
}

/** Both must say yes; one no is a no; anything else is neither. */
export function combineDecisions(
  faces: FaceMatch['decision'],
  registry: RegistryDecision,
): Proofing['outcome'] {
  if (faces === 'no-match' || registry === 'refused') return 'refused'
  return faces === 'match' && registry === 'confirmed' ? 'proven' : 'unsure'
}

/**
 * The pictures that were compared with the card, and no others: the applicant may upload a photo of somebody else in
 * their place meanwhile.
 */
function photosForRegistry(
  ports: Pick<Ports, 'files'>,
  all: readonly NamedPhoto[],
  shown: number,
): Applicant['photos'] {
  return {
    all,
    async shown() {
      const { fileId, digest } = all[shown] as NamedPhoto
      const bytes = await downloadSelfie(ports, fileId)
      if (photoDigest(bytes) !== digest) throw new NanshaError('LIVENESS_PERSON', { which: 'selfie' })
      return bytes
    },
  }
}
