import Taro from '@tarojs/taro'
import type * as Port from './random'

/** By callback: Taro hands this function through as it is, and its promise form is the platform's own affair. */
export const randomBytes: typeof Port.randomBytes = async (length) => {
  const { randomValues } = await new Promise<{ randomValues: ArrayBuffer }>((resolve, reject) => {
    Taro.getRandomValues({ length, success: resolve, fail: ({ errMsg }) => reject(new Error(errMsg)) })
  })
  const bytes = new Uint8Array(randomValues)
  if (bytes.length !== length) throw new Error('wx.getRandomValues answered with another length')
  return bytes
}
