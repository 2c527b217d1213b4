import type { CameraHandle } from '@nansha/kit/camera/Camera'
import { type RefObject, useEffect, useState } from 'react'
import { type Advice, adviseFace } from '../advise-face'

const BETWEEN_LOOKS_MS = 400

/** Says how the face is framed before anything is asked of it; the first look also loads the detector. */
export function useFraming(camera: RefObject<CameraHandle>, isOn: boolean): Advice | undefined {
  const [advice, setAdvice] = useState<Advice>()
  useEffect(() => {
    setAdvice(undefined)
    if (!isOn) return undefined
    let timer: ReturnType<typeof setTimeout>
    let isOver = false
    const look = async () => {
      const sight = (await camera.current?.look()) ?? {}
      if (isOver) return
      setAdvice(adviseFace('look-straight', sight, undefined))
      timer = setTimeout(look, BETWEEN_LOOKS_MS)
    }
    void look()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [camera, isOn])
  return advice
}
