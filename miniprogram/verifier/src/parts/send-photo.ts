import type { discardPicture, Picture } from '@nansha/kit/camera/picture'
import type { Ask } from '@nansha/kit/cloud/ask'
import type { uploadFile } from '@nansha/kit/cloud/cloud'
import { UPLOAD_TIMEOUT_MS } from '@nansha/kit/cloud/time-limit'
import { NanshaError } from '@nansha/shared/errors'

/** A cold function loads its models first. */
const WORK_TIMEOUT_MS = 60_000

export interface PhotoPorts {
  readonly ask: Ask
  readonly uploadFile: typeof uploadFile
  readonly discardPicture: typeof discardPicture
}

/**
 * Has a photo looked at in the cloud. It does not stay on this device whatever comes of it.
 *
 * @param name of the function
 * @param begin asks for a place for the photo
 * @param look asks for what is to be done with the photo that lies there
 * @throws NanshaError the code of a refusal
 */
export async function sendPhoto<Begun extends { readonly upload: string }, Result>(
  { ask, uploadFile, discardPicture }: PhotoPorts,
  picture: Picture,
  name: string,
  begin: object,
  look: (photo: string, begun: Begun) => object,
): Promise<Result> {
  try {
    const begun = await ask<Begun>(name, begin)
    const uploaded = await uploadFile(begun.upload, picture, { timeoutMs: UPLOAD_TIMEOUT_MS })
    if (!uploaded.ok) throw new NanshaError(uploaded.code)
    return await ask<Result>(name, look(uploaded.fileID, begun), { timeoutMs: WORK_TIMEOUT_MS })
  } finally {
    discardPicture(picture)
  }
}
