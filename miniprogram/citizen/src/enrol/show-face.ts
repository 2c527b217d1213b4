import type { Picture } from '@nansha/kit/camera/picture'
import type { filmByPlatform } from '@nansha/kit/camera/platform-filming'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import type { EnrolBegun, EnrolEvent, FaceShown, PlatformFilming } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { WalletSession } from '../wallet/wallet-session'
import type { Film } from './live-person'
import { uploadSelfie } from './upload-selfie'

export interface FacePorts {
  readonly ask: Ask
  readonly uploadFile: typeof uploadFile
  readonly filmByPlatform: typeof filmByPlatform
  readonly discardPicture: (picture: Picture) => void
  readonly wallet: Pick<WalletSession, 'store' | 'submitFace'>
}

/**
 * Uploads a guided capture of the holder and has it decided. The pictures leave the phone whatever comes of it.
 *
 * @throws NanshaError FACE_UNCONFIRMED, FACE_…, LIVENESS_…, OFFLINE, …
 */
export async function submitFilm(
  { ask, uploadFile, discardPicture, wallet }: FacePorts,
  { enrolmentId, uploads }: EnrolBegun,
  film: Film,
): Promise<FaceShown> {
  try {
    await uploadSelfie(uploadFile, uploads.selfie, film).catch(async (error: unknown) => {
      await ask('enrol', { action: 'cancel', enrolmentId }).catch(() => undefined)
      throw error
    })
    return await wallet.submitFace(enrolmentId)
  } finally {
    for (const picture of film.frames) discardPicture(picture)
  }
}

/**
 * Has the platform film the holder, for the name and number of their credential, and has that decided.
 *
 * @throws NanshaError FACE_UNCONFIRMED, FILMING_STOPPED, …
 */
export async function filmElsewhere(
  { ask, filmByPlatform, wallet }: FacePorts,
  { enrolmentId }: EnrolBegun,
): Promise<FaceShown> {
  const state = wallet.store.get()
  if (state.phase !== 'held') throw new NanshaError('CREDENTIAL_NONE')
  const { name, idNumber } = state.identity
  const event: EnrolEvent = { action: 'film', enrolmentId, name, idNumber }
  const { verifyId } = await ask<PlatformFilming>('enrol', event)
  if (!(await filmByPlatform(verifyId))) {
    await ask('enrol', { action: 'cancel', enrolmentId }).catch(() => undefined)
    throw new NanshaError('FILMING_STOPPED')
  }
  return wallet.submitFace(enrolmentId)
}
