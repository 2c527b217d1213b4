import { pickImage } from '../camera/pick-image.h5'
import { decodeStill } from './decode-qr.h5'
import type * as Port from './scan-once'

export const scanOnce: typeof Port.scanOnce = async (isWanted) => {
  const file = await pickImage()
  if (file === undefined) return { state: 'cancelled' }
  const image = await createImageBitmap(file).catch(() => undefined)
  const text = image && (await decodeStill(image, isWanted))
  image?.close()
  return text === undefined ? { state: 'none' } : { state: 'code', text }
}
