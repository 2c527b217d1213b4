import type { Picture } from '@nansha/kit/camera/picture'
import type { DocumentRead, PhotographedDocument, PhotoPlace } from '@nansha/shared/api/guest-document'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { FaceAnswer, FacesCompared } from '@nansha/shared/api/verify'
import { type PhotoPorts, sendPhoto } from '../../parts/send-photo'

/** Whom a photo is for, by ids that this companion drew. */
export interface PhotoOf {
  readonly stay: string
  readonly guest: string
}

/** Has the photo of a guest's document read. @throws NanshaError the code of a refusal */
export function readByPhoto(
  ports: PhotoPorts,
  { stay, guest }: PhotoOf,
  document: PhotographedDocument,
  picture: Picture,
): Promise<DocumentRead> {
  const begin: StaysEvent = { action: 'photograph-document', stay, guest, document }
  const look = (photo: string): StaysEvent => ({ action: 'read-document', guest, photo })
  return sendPhoto<PhotoPlace, DocumentRead>(ports, picture, 'stays', begin, look)
}

/**
 * Has the photo of the guest, who agreed, compared with the portrait on the card that was read.
 *
 * @throws NanshaError the code of a refusal
 */
export async function compareWithCard(
  ports: PhotoPorts,
  { guest }: Pick<PhotoOf, 'guest'>,
  picture: Picture,
): Promise<FaceAnswer> {
  const begin: StaysEvent = { action: 'photograph-guest', guest, consented: true }
  const look = (photo: string): StaysEvent => ({ action: 'compare-guest', guest, photo })
  return (await sendPhoto<PhotoPlace, FacesCompared>(ports, picture, 'stays', begin, look)).answer
}
