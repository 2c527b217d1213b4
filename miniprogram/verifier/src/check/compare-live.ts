import type { Picture } from '@nansha/kit/camera/picture'
import type { ComparisonBegun, FaceAnswer, FacesCompared, VerifyEvent } from '@nansha/shared/api/verify'
import { type PhotoPorts, sendPhoto } from '../parts/send-photo'

/**
 * Has the photo of the person, who agreed, compared with the portrait of an open check.
 *
 * @throws NanshaError the code of a refusal
 */
export async function compareLive(ports: PhotoPorts, useId: string, picture: Picture): Promise<FaceAnswer> {
  const begin: VerifyEvent = { action: 'begin-comparison', useId, consented: true }
  const look = (photo: string, { comparison }: ComparisonBegun): VerifyEvent => ({
    action: 'compare-faces',
    comparison,
    photo,
  })
  return (await sendPhoto<ComparisonBegun, FacesCompared>(ports, picture, 'verify', begin, look)).answer
}
