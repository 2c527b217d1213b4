import Taro from '@tarojs/taro'
import type * as Port from './scan-once'

export const scanOnce: typeof Port.scanOnce = async () => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}
