import { NanshaError } from '@nansha/shared/errors'
import { framesOf } from '@nansha/shared/liveness'
import { type FaceFault, wordFaceFault } from '../../clients/face-answer'
import { photoDigest } from '../../image/photo-digest'
import { accountOf } from '../../records/account-key'
import { CITIZEN_CLAIMS, CITIZEN_PORTRAIT, type Citizen } from '../../records/citizens'
import type { Enrolment } from '../../records/enrolments'
import type { PlatformCapture } from '../../registry/population-registry'
import type { EnrolPorts } from '../enrol-ports'
import { requireFrames } from '../require-answered'
import { requireNeverSeen } from '../require-never-seen'
import { frameFiles, referencePath } from '../uploads'

export type SeePorts = Pick<
  EnrolPorts,
  'database' | 'envelopes' | 'files' | 'storageRoot' | 'now' | 'randomInt' | 'checkLiveness' | 'registry'
>

/** Who was seen, and when at the earliest. */
export interface SeenPerson {
  readonly isHolder: boolean
  readonly faceAt: Date
}

/**
 * Looks whether the person before the camera is the citizen: by the platform's own filming where there is one, which is
 * held to the name and number on record; elsewhere by the guided capture, every frame of which is compared with the
 * portrait that was confirmed when the credential was issued. The registry is not asked again.
 *
 * @throws NanshaError FACE_…, LIVENESS_… or IMAGE_… when a frame cannot be judged, SERVICE_UNAVAILABLE when somebody
 * did not answer: nothing was decided
 */
export function seeHolder(ports: SeePorts, enrolment: Enrolment, citizen: Citizen): Promise<SeenPerson> {
  const { capture } = ports.registry
  return capture ? askPlatform(ports, capture, enrolment, citizen) : compareFrames(ports, enrolment, citizen)
}

async function askPlatform(
  { envelopes }: Pick<SeePorts, 'envelopes'>,
  capture: PlatformCapture,
  { filming, session }: Enrolment,
  citizen: Citizen,
): Promise<SeenPerson> {
  if (!filming) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  const { name, id_number } = CITIZEN_CLAIMS.open(envelopes, citizen)
  const filmed = { name, idNumber: id_number, account: accountOf(citizen.account) }
  return { isHolder: (await capture.query(session, filmed)) === 'confirmed', faceAt: filming }
}

async function compareFrames(ports: SeePorts, enrolment: Enrolment, citizen: Citizen): Promise<SeenPerson> {
  const root = await ports.storageRoot()
  const fileIds = frameFiles(root, enrolment)
  const { challenge, frames } = requireFrames(enrolment.challenge, fileIds)
  const portrait = CITIZEN_PORTRAIT.open(ports.envelopes, citizen)
  const reference = await ports.files.upload(referencePath(enrolment._id), portrait)
  const shown = ports.randomInt(framesOf('look-straight'))
  const { match, fingerprints } = await ports
    .checkLiveness({ challenge, frames, shown }, { fileId: reference, digest: photoDigest(portrait) })
    .catch(wordFaceFault(frameRefusal))
    .finally(() => ports.files.remove([reference]))
  const captured = frames.map(({ digest }, at) => ({ digest, fingerprint: fingerprints[at] as string }))
  await requireNeverSeen(ports, citizen.numberIndex, captured)
  return { isHolder: match.decision === 'match', faceAt: challenge.askedAt }
}

/** When no face is found in the portrait on record, that is a defect and not a refusal. */
function frameRefusal({ code, which, step }: FaceFault): NanshaError {
  if (which === 'reference') return new NanshaError('SERVICE_UNAVAILABLE')
  return new NanshaError(code, { which: 'selfie', ...(step !== undefined && { step }) })
}
