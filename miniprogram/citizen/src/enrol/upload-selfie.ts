import type { Picture } from '@nansha/kit/camera/picture'
import type { EnrolEvent } from '@nansha/shared/api/enrol'
import type { Selfie } from './live-person'

type SelfieFiles = Omit<Extract<EnrolEvent, { action: 'submit' }>['files'], 'card'>
/** @returns the file id, or `undefined` when it did not arrive */
export type Upload = (path: string, picture: Picture) => Promise<string | undefined>

/**
 * Uploads one picture, or the frames in the order taken.
 *
 * @param path where a single picture goes; frames have their own
 * @returns `undefined` when anything did not arrive
 */
export async function uploadSelfie(
  upload: Upload,
  path: string,
  selfie: Selfie,
): Promise<SelfieFiles | undefined> {
  if ('picture' in selfie) {
    const fileId = await upload(path, selfie.picture)
    return fileId === undefined ? undefined : { selfie: fileId }
  }
  const uploads = selfie.frames.map((picture, number) => upload(selfie.path + number, picture))
  const frames = await Promise.all(uploads)
  return frames.every((fileId) => fileId !== undefined) ? { frames } : undefined
}
