import Taro from '@tarojs/taro'
import type * as Port from './screen'

export const holdScreenBright: typeof Port.holdScreenBright = () => {
  let released = false
  let before: number | undefined
  const ignore = () => undefined

  Taro.setKeepScreenOn({ keepScreenOn: true }).catch(ignore)
  Taro.setVisualEffectOnCapture?.({ visualEffect: 'hidden', fail: ignore })
  Taro.getScreenBrightness({
    success: ({ value }) => {
      before = value
      if (!released) Taro.setScreenBrightness({ value: 1 }).catch(ignore)
    },
    fail: ignore,
  })

  return () => {
    if (released) return
    released = true
    Taro.setKeepScreenOn({ keepScreenOn: false }).catch(ignore)
    Taro.setVisualEffectOnCapture?.({ visualEffect: 'none', fail: ignore })
    if (before !== undefined) Taro.setScreenBrightness({ value: before }).catch(ignore)
  }
}
