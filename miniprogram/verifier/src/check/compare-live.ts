import type { discardPicture, Picture } from '@nansha/kit/camera/picture'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import { UPLOAD_TIMEOUT_MS } from '@nansha/kit/cloud/time-limit'
import type { ComparisonBegun, FaceAnswer, FacesCompared, VerifyEvent } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'

/** A cold function loads its models first. */
const WORK_TIMEOUT_MS = 60_000

export interface ComparePorts {
  readonly ask: Ask
  readonly uploadFile: typeof uploadFile
  readonly discardPicture: typeof discardPicture
}

/**
 * Has the photo of the person, who agreed, compared with the portrait of an open check. The photo does not stay on this
 * device whatever comes of it.
 *
 * @throws NanshaError the code of a refusal
 */
export async function compareLive(
  { ask, uploadFile, discardPicture }: ComparePorts,
  useId: string,
  picture: Picture,
): Promise<FaceAnswer> {
  try {
    const begin: VerifyEvent = { action: 'begin-comparison', useId, consented: true }
    const { comparison, upload } = await ask<ComparisonBegun>('verify', begin)
    const uploaded = await uploadFile(upload, picture, { timeoutMs: UPLOAD_TIMEOUT_MS })
    if (!uploaded.ok) throw new NanshaError(uploaded.code)
    const compare: VerifyEvent = { action: 'compare-faces', comparison, photo: uploaded.fileID }
    return (await ask<FacesCompared>('verify', compare, { timeoutMs: WORK_TIMEOUT_MS })).answer
  } finally {
    discardPicture(picture)
  }
}
