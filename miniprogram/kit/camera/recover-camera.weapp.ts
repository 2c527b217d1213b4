import Taro from '@tarojs/taro'
import type * as Port from './recover-camera'

export const recoverCamera: typeof Port.recoverCamera = async () => {
  const { authSetting } = await Taro.openSetting()
  return authSetting['scope.camera'] === true
}
