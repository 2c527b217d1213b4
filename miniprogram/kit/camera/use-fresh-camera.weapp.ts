import { useDidShow } from '@tarojs/taro'
import { useRef, useState } from 'react'
import type { CameraState } from './camera-state'

/**
 * The platform stops a camera when the app leaves the screen, and nothing says that it goes on afterwards. So when
 * the page is shown again a new one takes its place.
 *
 * @returns `life`, the key of the camera element, and what to do when it stops
 */
export function useFreshCamera(onState: (state: CameraState) => void) {
  const [life, setLife] = useState(0)
  const stopped = useRef(false)

  useDidShow(() => {
    if (!stopped.current) return
    stopped.current = false
    setLife((count) => count + 1)
  })

  return {
    life,
    onStop() {
      stopped.current = true
      onState('starting')
    },
  }
}
