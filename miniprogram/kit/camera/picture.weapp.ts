import Taro from '@tarojs/taro'
import type * as Port from './picture'

export const discardPicture: typeof Port.discardPicture = ({ src }) => {
  Taro.getFileSystemManager().unlink({ filePath: src, fail: () => undefined })
}
