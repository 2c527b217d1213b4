import Taro from '@tarojs/taro'
import type * as Port from './picture'

export const discardPicture: typeof Port.discardPicture = ({ src }) => {
  Taro.getFileSystemManager().unlink({ filePath: src, fail: () => undefined })
}

export const readPicture: typeof Port.readPicture = ({ src }) =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: src,
      // Without an encoding the platform gives the bytes.
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })
