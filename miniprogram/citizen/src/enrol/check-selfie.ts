import type { Ask } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import type { EnrolBegun, EnrolEvent } from '@nansha/shared/api/enrol'
import type { Selfie } from './live-person'
import { onceMore } from './once-more'
import { type SelfieFiles, uploadSelfie } from './upload-selfie'

/** Looking at all frames on a cold function takes its time. */
const CHECK_TIMEOUT_MS = 40_000

/**
 * Uploads what was filmed and has the server look at it, before anything else is asked of the citizen.
 *
 * @returns the files, which the submission names
 * @throws NanshaError FACE_…, LIVENESS_… or IMAGE_… with `which` picture is to be taken again, OFFLINE, …
 */
export async function checkSelfie(
  ports: { readonly ask: Ask; readonly uploadFile: typeof uploadFile },
  { enrolmentId, uploads }: EnrolBegun,
  selfie: Selfie,
): Promise<SelfieFiles> {
  const files = await onceMore(() => uploadSelfie(ports.uploadFile, uploads.selfie, selfie))
  const event: EnrolEvent = { action: 'check-selfie', enrolmentId }
  await onceMore(() => ports.ask('enrol', event, { timeoutMs: CHECK_TIMEOUT_MS }))
  return files
}
