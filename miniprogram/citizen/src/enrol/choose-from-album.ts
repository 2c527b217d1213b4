import type { Picture } from '@nansha/kit/camera/picture'
import Taro from '@tarojs/taro'

/** What the server accepts; a larger file would only be refused after a long upload. */
const LARGEST_BYTES = 6 * 1024 * 1024

/** @returns the picture, or why there is none: the citizen closed the album, or chose too large a file */
export async function chooseFromAlbum(): Promise<Picture | 'none' | 'too-large'> {
  try {
    const { tempFiles } = await Taro.chooseImage({
      count: 1,
      sizeType: ['compressed'],
      sourceType: ['album'],
    })
    const [file] = tempFiles
    if (!file) return 'none'
    return file.size > LARGEST_BYTES ? 'too-large' : { src: file.path }
  } catch {
    return 'none' // closing the album rejects
  }
}
