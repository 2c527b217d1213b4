import { randomBytes } from '@nansha/kit/device/random'
import { encodeBase64url } from '@nansha/shared/encoding/base64url'

const ID_BYTES = 16

/** An id for something that may be sent again when its answer is lost, and still counts once. */
export async function drawId(): Promise<string> {
  return encodeBase64url(await randomBytes(ID_BYTES))
}
