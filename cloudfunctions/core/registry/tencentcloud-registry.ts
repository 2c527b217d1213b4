import { NanshaError } from '@nansha/shared/errors'
import { normaliseName } from '@nansha/shared/person-name'
import { CommonClient } from 'tencentcloud-sdk-nodejs-common'
import * as v from 'valibot'
import type { RegistryDecision } from '../records/decisions'
import { photoForRegistry } from './photo-for-registry'
import type { GuidedRegistry } from './population-registry'

/** Documented: at 70 one in ten thousand strangers passes. Below 60 another photo would not help. */
const SIMILARITY = { confirmed: 70, unsure: 60 }
const TIMEOUT_SECONDS = 10

/** Faults of the photo, which another may mend (ImageRecognitionV2, table of business codes). */
const PHOTO_FAULTS = new Set([
  'FailedOperation.LifePhotoDetectFaces',
  'FailedOperation.LifePhotoDetectNoFaces',
  'FailedOperation.LifePhotoPoorQuality',
  'FailedOperation.LifePhotoSizeError',
  'FailedOperation.ImageBlur',
  'FailedOperation.PoorImageQuality',
])
/** The registry says no, or knows no such person. Every other code means that it did not answer. */
const REFUSALS = new Set([
  'FailedOperation.CompareLowSimilarity',
  'FailedOperation.IdFormatError',
  'FailedOperation.IdNameMisMatch',
  'FailedOperation.IdNoExistSystem',
  'FailedOperation.IdPhotoNoExist',
  'FailedOperation.NameFormatError',
])

const Answer = v.object({ Result: v.string(), Sim: v.optional(v.nullable(v.number())) })

export interface TencentcloudSettings {
  readonly secretId: string
  readonly secretKey: string
  /** Where the API is; the real one when left out. */
  readonly httpProfile?: { readonly endpoint: string; readonly protocol: string; readonly agent: unknown }
}

/**
 * The registry behind Tencent Cloud's identity verification: name, number and live photo against the photo that the
 * state holds (action `ImageRecognitionV2`, version 2018-03-01), signed with TC3-HMAC-SHA256 by the official client.
 */
export function createTencentcloudRegistry(settings: TencentcloudSettings): GuidedRegistry {
  const { secretId, secretKey, httpProfile } = settings
  const client = new CommonClient('faceid.tencentcloudapi.com', '2018-03-01', {
    credential: { secretId, secretKey },
    profile: { httpProfile: { reqTimeout: TIMEOUT_SECONDS, ...httpProfile } as object },
  })
  return {
    name: 'tencentcloud',
    assurance: 'guided-face',
    // The documentation of ImageRecognitionV2 names no residence permit.
    documents: ['resident-id-card'],
    async compare({ name, idNumber, photos }) {
      const photo = photoForRegistry(await photos.shown())
      const request = { Name: normaliseName(name), IdCard: idNumber, ImageBase64: photo.toString('base64') }
      return parseDecision(await client.request('ImageRecognitionV2', request).catch(businessError))
    },
  }
}

/** Business codes come as a result or, for some, as an error; everything else that is thrown is no answer. */
function businessError(error: { readonly code?: unknown }): unknown {
  return { Result: error.code }
}

function parseDecision(answered: unknown): RegistryDecision {
  const answer = v.safeParse(Answer, answered)
  if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  const { Result: code, Sim: similarity } = answer.output
  if (PHOTO_FAULTS.has(code)) return 'unsure'
  if (REFUSALS.has(code)) return 'refused'
  if (code !== 'Success' || typeof similarity !== 'number') throw new NanshaError('SERVICE_UNAVAILABLE')
  if (similarity >= SIMILARITY.confirmed) return 'confirmed'
  return similarity >= SIMILARITY.unsure ? 'unsure' : 'refused'
}
