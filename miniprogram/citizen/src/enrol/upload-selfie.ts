import type { Picture } from '@nansha/kit/camera/picture'
import type { EnrolBegun, EnrolEvent } from '@nansha/shared/api/enrol'
import type { Frame, Selfie } from './live-person'

type SelfieFiles = Omit<Extract<EnrolEvent, { action: 'submit' }>['files'], 'card'>
/** @returns the file id, or `undefined` when it did not arrive */
export type Upload = (path: string, picture: Picture) => Promise<string | undefined>

/** Uploads one picture, or the frames in the order taken. @returns `undefined` when anything did not arrive */
export async function uploadSelfie(
  upload: Upload,
  { selfie: path, frames: prefix }: EnrolBegun['uploads'],
  selfie: Selfie,
): Promise<SelfieFiles | undefined> {
  if ('picture' in selfie) {
    const fileId = await upload(path, selfie.picture)
    return fileId === undefined ? undefined : { selfie: fileId }
  }
  const frames = await Promise.all(
    selfie.frames.map(async ({ picture, step, at }: Frame, index) => {
      const fileId = await upload(`${prefix}${index}`, picture)
      return fileId === undefined ? undefined : { fileId, step, at }
    }),
  )
  const arrived = frames.filter((frame) => frame !== undefined)
  return arrived.length === frames.length ? { frames: arrived } : undefined
}
