import type { Picture } from '@nansha/kit/camera/picture'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import { UPLOAD_TIMEOUT_MS } from '@nansha/kit/cloud/time-limit'
import type { EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { Selfie } from './live-person'

/** Where the server finds the selfie, or the frames. */
export type SelfieFiles = Omit<Extract<EnrolEvent, { action: 'submit' }>['files'], 'card'>

/**
 * Uploads one picture, or the frames in the order taken; ends when the last of them has arrived or failed.
 *
 * @param path where a single picture goes; frames have their own
 * @throws NanshaError with why something did not arrive: OFFLINE, SERVICE_SLOW, SERVICE_UNAVAILABLE, APP_DEFECT
 */
export async function uploadSelfie(
  upload: typeof uploadFile,
  path: string,
  selfie: Selfie,
): Promise<SelfieFiles> {
  const send = (to: string, picture: Picture) => upload(to, picture, { timeoutMs: UPLOAD_TIMEOUT_MS })
  const sent =
    'picture' in selfie
      ? [send(path, selfie.picture)]
      : selfie.frames.map((picture, number) => send(selfie.path + number, picture))
  const fileIds = (await Promise.all(sent)).map((uploaded) => {
    if (!uploaded.ok) throw new NanshaError(uploaded.code)
    return uploaded.fileID
  })
  return 'picture' in selfie ? { selfie: fileIds[0] as string } : { frames: fileIds }
}
