import type * as Port from './choose-picture'
import { pickImage } from './pick-image.h5'

export const choosePicture: typeof Port.choosePicture = async () => {
  const file = await pickImage()
  if (file === undefined) return { state: 'none' }
  return { state: 'chosen', picture: { src: URL.createObjectURL(file) }, size: file.size }
}
