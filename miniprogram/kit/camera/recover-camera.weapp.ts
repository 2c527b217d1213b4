import Taro from '@tarojs/taro'
import { askForPrivacy } from '../device/privacy.weapp'
import type * as Port from './recover-camera'

export const recoverCamera: typeof Port.recoverCamera = async (fault) => {
  if (fault === 'denied') await Taro.openSetting().catch(() => undefined)
  if (fault === 'unagreed') await askForPrivacy()
}
