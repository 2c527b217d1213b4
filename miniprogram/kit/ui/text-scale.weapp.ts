import Taro from '@tarojs/taro'
import type * as Port from './text-scale'

/** WeChat's text setting in px, 16 by default; mini-programs must apply it themselves. */
export const textScale: typeof Port.textScale = () => `${Taro.getAppBaseInfo().fontSizeSetting ?? 16}px`
