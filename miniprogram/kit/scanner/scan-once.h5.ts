import { decodeQr } from './decode-qr.h5'
import { grabFrame } from './grab-frame.h5'
import type * as Port from './scan-once'

export const scanOnce: typeof Port.scanOnce = async () => {
  const file = await pickImage()
  if (file === undefined) return undefined
  const image = await createImageBitmap(file).catch(() => undefined)
  const frame = image && grabFrame(image, image.width, image.height)
  return frame && decodeQr(frame)
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
