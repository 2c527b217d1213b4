import Taro from '@tarojs/taro'

/** Shows the page from its beginning, at once. */
export function scrollToTop(): void {
  Taro.pageScrollTo({ scrollTop: 0, duration: 0 })
}
