import { holdScreenBright } from '@nansha/kit/device/screen'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useEffect, useRef } from 'react'

/** Bright and awake while the code is in view; as it was before whenever it is not. */
export function useBrightScreen(): void {
  const restore = useRef(() => {})
  const hold = () => {
    restore.current()
    restore.current = holdScreenBright()
  }
  useEffect(() => {
    hold()
    return () => restore.current()
  }, [])
  useDidShow(hold)
  useDidHide(() => restore.current())
}
