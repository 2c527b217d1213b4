import { useDidShow } from '@tarojs/taro'
import { useEffect, useRef, useState } from 'react'
import { isPrivacySettled, requirePrivacy } from '../device/privacy.weapp'
import type { CameraState } from './camera-state'

/**
 * A camera of the platform is there only once the person agreed to the privacy notice. The platform stops it when the app leaves the
 * screen, and nothing says that it goes on afterwards, so when the page is shown again a new one takes its place.
 *
 * @returns `isAllowed`, whether there may be a camera element; `life`, its key; and what to do when it stops
 */
export function useFreshCamera(onState: (state: CameraState) => void) {
  const [isAllowed, setAllowed] = useState(isPrivacySettled)
  const [life, setLife] = useState(0)
  const stopped = useRef(false)

  useEffect(() => {
    if (isAllowed) return
    let isHere = true
    void requirePrivacy().then((fault) => {
      if (!isHere) return
      if (fault) onState(fault)
      else setAllowed(true)
    })
    return () => {
      isHere = false
    }
  }, [])

  useDidShow(() => {
    if (!stopped.current) return
    stopped.current = false
    setLife((count) => count + 1)
  })

  return {
    isAllowed,
    life,
    onStop() {
      stopped.current = true
      onState('starting')
    },
  }
}
