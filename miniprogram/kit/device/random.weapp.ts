import Taro from '@tarojs/taro'
import type * as Port from './random'

export const randomBytes: typeof Port.randomBytes = async (length) => {
  const { randomValues } = await Taro.getRandomValues({ length })
  const bytes = new Uint8Array(randomValues)
  if (bytes.length !== length) throw new Error('wx.getRandomValues answered with another length')
  return bytes
}
