import { randomBytes } from '@nansha/kit/device/random'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'

const ID_BYTES = 16

/** An id for something that is sent again, and is still one, when its answer is lost. */
export async function drawId(): Promise<string> {
  return encodeBase64url(await randomBytes(ID_BYTES))
}
