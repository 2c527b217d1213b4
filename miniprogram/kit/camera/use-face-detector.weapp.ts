import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import { detectFaces, type LiveFrame, meanLight } from './detect-faces.weapp'
import type { Sight } from './sight'

type Listener = ReturnType<Taro.CameraContext['onCameraFrame']>

/**
 * Looks at the live picture with the platform's own detector (base library 2.18). An older library has none, and the
 * simulator delivers no frames: then there are hints about the light, or none, and the person presses the button.
 */
export function useFaceDetector(): () => Promise<Sight> {
  const frame = useRef<LiveFrame>()
  const listener = useRef<Listener>()
  const starting = useRef<Promise<boolean>>()

  useEffect(
    () => () => {
      listener.current?.stop()
      void starting.current?.then((hasDetector) => (hasDetector ? Taro.stopFaceDetect({}) : undefined))
    },
    [],
  )

  const start = async (): Promise<boolean> => {
    try {
      listener.current = Taro.createCameraContext().onCameraFrame((seen) => {
        frame.current = seen
      })
      listener.current.start()
      await Taro.initFaceDetect({})
      return true
    } catch {
      return false
    }
  }

  return async () => {
    starting.current ??= start()
    const hasDetector = await starting.current
    const seen = frame.current
    if (seen === undefined) return {}
    const light = meanLight(seen)
    return hasDetector ? { light, faces: await detectFaces(seen) } : { light }
  }
}
