import Taro from '@tarojs/taro'
import type * as Port from './save-file'

/** Base library 2.16.1; Taro's types lack it. */
declare const wx: {
  readonly shareFileMessage: (options: {
    readonly filePath: string
    readonly fileName: string
    readonly success: () => void
    readonly fail: () => void
  }) => void
}

export const saveFile: typeof Port.saveFile = async (fileName, text) => {
  const files = Taro.getFileSystemManager()
  const filePath = `${Taro.env.USER_DATA_PATH}/${fileName}`
  files.writeFileSync(filePath, text, 'utf8')
  const isTaken = await new Promise<boolean>((resolve) => {
    wx.shareFileMessage({ filePath, fileName, success: () => resolve(true), fail: () => resolve(false) })
  })
  files.unlinkSync(filePath)
  return isTaken
}
