import { decodeStill } from './decode-qr.h5'
import type * as Port from './scan-once'

export const scanOnce: typeof Port.scanOnce = async () => {
  const file = await pickImage()
  const image = file && (await createImageBitmap(file).catch(() => undefined))
  return image && decodeStill(image)
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
