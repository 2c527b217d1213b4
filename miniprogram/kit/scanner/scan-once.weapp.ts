import Taro from '@tarojs/taro'
import type * as Port from './scan-once'

/** Of several codes in view the platform lets the person choose. */
export const scanOnce: typeof Port.scanOnce = async () => {
  try {
    const { result } = await Taro.scanCode({ scanType: ['qrCode'] })
    return result === '' ? { state: 'none' } : { state: 'code', text: result }
  } catch (reason) {
    const { errMsg = '' } = reason as TaroGeneral.CallbackResult
    return { state: /cancel/.test(errMsg) ? 'cancelled' : 'none' }
  }
}
