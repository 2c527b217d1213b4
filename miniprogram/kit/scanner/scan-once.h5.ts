import { decodeStill } from './decode-qr.h5'
import type * as Port from './scan-once'

export const scanOnce: typeof Port.scanOnce = async (isOurs) => {
  const file = await pickImage()
  if (file === undefined) return { state: 'cancelled' }
  const image = await createImageBitmap(file).catch(() => undefined)
  const text = image && (await decodeStill(image, isOurs))
  image?.close()
  return text === undefined ? { state: 'none' } : { state: 'code', text }
}

function pickImage(): Promise<File | undefined> {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = 'image/*'
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve(input.files?.[0]))
    input.addEventListener('cancel', () => resolve(undefined))
    input.click()
  })
}
