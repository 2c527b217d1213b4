import Taro from '@tarojs/taro'
import { useEffect, useRef } from 'react'
import type { Sight } from './sight'

type Frame = Parameters<Parameters<Taro.CameraContext['onCameraFrame']>[0]>[0]
type Listener = ReturnType<Taro.CameraContext['onCameraFrame']>

/** Every so many pixels are enough to tell light from dark. */
const SAMPLE = 97

/**
 * Looks at the live picture for its light alone: no face detector of the platform can be relied on (decision 114), and to be told that
 * nobody is there is worse than to be told nothing. The simulator delivers no frames, and then there is no hint at all.
 */
export function useLiveLight(): () => Promise<Sight> {
  const frame = useRef<Frame>()
  const listener = useRef<Listener>()
  useEffect(() => () => listener.current?.stop(), [])

  return async () => {
    listener.current ??= listen((seen) => {
      frame.current = seen
    })
    return frame.current === undefined ? {} : { light: meanLight(frame.current.data) }
  }
}

function listen(onFrame: (seen: Frame) => void): Listener | undefined {
  try {
    const listener = Taro.createCameraContext().onCameraFrame(onFrame)
    listener.start()
    return listener
  } catch {
    return undefined // an engine without live frames
  }
}

/** @param data RGBA. @returns mean luminance of some of the pixels, 0 … 255 */
function meanLight(data: ArrayBuffer): number {
  const bytes = new Uint8Array(data)
  let sum = 0
  let count = 0
  for (let at = 0; at + 2 < bytes.length; at += 4 * SAMPLE) {
    sum +=
      0.299 * (bytes[at] as number) + 0.587 * (bytes[at + 1] as number) + 0.114 * (bytes[at + 2] as number)
    count++
  }
  return sum / Math.max(1, count)
}
