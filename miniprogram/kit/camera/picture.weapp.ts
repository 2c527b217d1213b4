import Taro from '@tarojs/taro'
import type * as Port from './picture'

export const readPicture: typeof Port.readPicture = ({ src }) =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().readFile({
      filePath: src,
      success: ({ data }) => resolve(new Uint8Array(data as ArrayBuffer)),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    })
  })

export const discardPicture: typeof Port.discardPicture = ({ src }) => {
  Taro.getFileSystemManager().unlink({ filePath: src, fail: () => undefined })
}
