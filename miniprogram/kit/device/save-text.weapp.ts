import Taro from '@tarojs/taro'
import type * as Port from './save-text'

export const saveText: typeof Port.saveText = async (name, text) => {
  const files = Taro.getFileSystemManager()
  const filePath = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) => {
    const fail = ({ errMsg }: { errMsg: string }) => reject(new Error(errMsg))
    files.writeFile({ filePath, data: text, encoding: 'utf8', success: () => resolve(), fail })
  })
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = ({ errMsg }: { errMsg: string }) =>
        errMsg.includes('cancel') ? resolve() : reject(new Error(errMsg))
      Taro.shareFileMessage({ filePath, fileName: name, success: () => resolve(), fail })
    })
  } finally {
    files.unlink({ filePath, fail: () => undefined })
  }
}
