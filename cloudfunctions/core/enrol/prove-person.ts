import { NanshaError } from '@nansha/shared/errors'
import type { FaceFault, FaceMatch } from '../face-client/match-faces'
import type { Applicant, RegistryDecision } from '../registry/population-registry'
import type { EnrolPorts } from './enrol-ports'
import type { UploadedFiles } from './uploads'

/** What was found out about an applicant, all of it kept in the decision record but for the portrait. */
export interface Proofing {
  readonly outcome: 'proven' | 'unsure' | 'refused'
  readonly faces: Omit<FaceMatch, 'portrait'>
  readonly registry: RegistryDecision
  /** WebP: the live image, which is what the registry was shown. */
  readonly portrait: Buffer
}

/**
 * Compares the live photo with the card and, at the same time, asks the registry. The card was supplied by the
 * applicant, so it can only refuse; nobody is proven but by the registry.
 *
 * @throws NanshaError FACE_… or IMAGE_… when a photo cannot be judged, SERVICE_UNAVAILABLE when somebody did not answer:
 *   in both cases nothing was decided
 */
export async function provePerson(
  { files, matchFaces, registry }: Pick<EnrolPorts, 'files' | 'matchFaces' | 'registry'>,
  applicant: Omit<Applicant, 'selfie'>,
  photos: UploadedFiles,
): Promise<Proofing> {
  const selfie = { fileId: photos.selfie, bytes: () => requireBytes(files.download(photos.selfie)) }
  // Both are awaited even when one fails: the photos must outlive whoever looks at them.
  const [faces, registered] = await Promise.allSettled([
    matchFaces(photos.selfie, photos.card),
    registry.compare({ ...applicant, selfie }),
  ])
  if (faces.status === 'rejected') throw faces.reason
  if (!faces.value.ok) throw refusalOf(faces.value.fault)
  if (registered.status === 'rejected') throw registered.reason

  const { portrait, ...match } = faces.value.match
  return {
    outcome: decide(match.decision, registered.value),
    faces: match,
    registry: registered.value,
    portrait: Buffer.from(portrait, 'base64'),
  }
}

/** Both must say yes; one no is a no; anything else is neither. */
export function decide(faces: FaceMatch['decision'], registry: RegistryDecision): Proofing['outcome'] {
  if (faces === 'no-match' || registry === 'refused') return 'refused'
  return faces === 'match' && registry === 'confirmed' ? 'proven' : 'unsure'
}

function refusalOf({ code, which }: FaceFault): NanshaError {
  return new NanshaError(code, { which: which === 'probe' ? 'selfie' : 'card' })
}

async function requireBytes(download: Promise<Buffer | null>): Promise<Buffer> {
  const bytes = await download
  if (!bytes) throw new NanshaError('IMAGE_MISSING', { which: 'selfie' })
  return bytes
}
