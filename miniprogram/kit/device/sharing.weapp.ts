import Taro from '@tarojs/taro'
import type * as Port from './sharing'

export const forbidSharing: typeof Port.forbidSharing = () => {
  Taro.hideShareMenu?.({ menus: ['shareAppMessage', 'shareTimeline'] }).catch(() => undefined)
}
