import Taro from '@tarojs/taro'
import type * as Port from './tab-bar'

export const openTab: typeof Port.openTab = (page) => {
  Taro.switchTab({ url: page })
}

/** Refused when another page came on top meanwhile; that one has no bar. */
const ignore = () => undefined

export const setTabBar: typeof Port.setTabBar = (labels) => {
  if (labels === 'hidden') return void Taro.hideTabBar().catch(ignore)
  for (const [index, text] of labels.entries()) Taro.setTabBarItem({ index, text }).catch(ignore)
  Taro.showTabBar().catch(ignore)
}
