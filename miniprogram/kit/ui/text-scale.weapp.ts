import Taro from '@tarojs/taro'
import { isPlatformTooOld } from '../device/platform-age'
import type * as Port from './text-scale'

/** WeChat's text setting in px, 16 by default and where the platform is too old to tell; mini-programs must apply it themselves. */
export const textScale: typeof Port.textScale = () =>
  `${(!isPlatformTooOld && Taro.getAppBaseInfo().fontSizeSetting) || 16}px`
