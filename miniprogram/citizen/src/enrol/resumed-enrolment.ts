import type { Picture } from '@nansha/kit/camera/picture'
import type { KeptEnrolment } from '../parts/kept-enrolment'
import { picturesOf, type Selfie } from './live-person'

/** Stands for a picture that was uploaded before the app was closed, and is on the server alone. */
const uploaded = (): Picture => ({ src: '' })

/** Whether a picture can be looked at here, and sent. */
export function isOnPhone({ src }: Picture): boolean {
  return src !== ''
}

/** The pictures of an enrolment. */
interface Pictures {
  readonly card?: Picture
  readonly emblem?: Picture
  readonly selfie?: Selfie
}

/** @returns what of an enrolment the server still holds; what the card says has to be read again */
export function resumed({ begun, card, emblem, selfie }: KeptEnrolment) {
  return {
    // Nothing is begun without it.
    consent: true,
    begun,
    ...(card !== undefined && { card: uploaded(), cardFile: card }),
    ...(emblem !== undefined && { emblem: uploaded(), emblemFile: emblem }),
    ...(selfie && { selfie: uploadedSelfie(selfie), selfieCheck: { phase: 'good', files: selfie } as const }),
  }
}

function uploadedSelfie({ frames }: NonNullable<KeptEnrolment['selfie']>): Selfie {
  return frames ? { frames: frames.map(uploaded), path: '' } : { picture: uploaded() }
}

/** What is left once the server holds an enrolment no more: what is not on the phone has to be given again. */
export function withoutUploaded<T extends Pictures>(enrolment: T): Omit<T, keyof Pictures> & Pictures {
  const { card, emblem, selfie, ...rest } = enrolment
  return {
    ...rest,
    ...(card && isOnPhone(card) && { card }),
    ...(emblem && isOnPhone(emblem) && { emblem }),
    ...(selfie && picturesOf(selfie).every(isOnPhone) && { selfie }),
  }
}
