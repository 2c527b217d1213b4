import Taro from '@tarojs/taro'

/** Opens a page on top of this one. @param page path from the app's `pages`, e.g. `/pages/scan/index?scenario=hotel` */
export function open(page: string): void {
  Taro.navigateTo({ url: page })
}

/** Opens a page in place of this one, so that *back* does not return here. */
export function replace(page: string): void {
  Taro.redirectTo({ url: page })
}

/** Opens a page and forgets the way that led here. */
export function restart(page: string): void {
  Taro.reLaunch({ url: page })
}

/** Goes back one page, or to `home` when this page was opened directly (a link, a reload). */
export function back(home: string): void {
  if (Taro.getCurrentPages().length > 1) Taro.navigateBack()
  else restart(home)
}
