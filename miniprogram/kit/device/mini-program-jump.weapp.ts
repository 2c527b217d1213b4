import Taro from '@tarojs/taro'
import type * as Port from './mini-program-jump'

/** The scene “opened by another mini-program” of the platform's list of scene values. */
const OPENED_BY_MINI_PROGRAM = 1037

export const readJump: typeof Port.readJump = () => {
  const { scene, referrerInfo, query } = Taro.getEnterOptionsSync()
  if (scene !== OPENED_BY_MINI_PROGRAM || !referrerInfo?.appId) return undefined
  return { appId: referrerInfo.appId, query: query ?? {} }
}

export const returnFromJump: typeof Port.returnFromJump = (data) => {
  void Taro.navigateBackMiniProgram({ extraData: data })
}
