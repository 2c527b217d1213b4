import Taro from '@tarojs/taro'
import type * as Port from './recover-camera'

/** A new camera asks for the privacy notice by itself. */
export const recoverCamera: typeof Port.recoverCamera = async (fault) => {
  if (fault === 'denied') await Taro.openSetting().catch(() => undefined)
}
