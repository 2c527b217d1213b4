import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { photographCode } from './phone-screen'
import { phoneScene } from './scenes'
import type { VirtualCamera } from './virtual-camera'

/** How long a screen stays before the camera, in milliseconds. */
const HOLD = 8_000

/** A screen that can be held before a camera. */
export interface HeldScreen {
  readonly holding: boolean
  readonly shown: 'nothing' | 'live' | 'old'
  /** @returns whether there was a code on the screen */
  hold(): boolean
  /** Shows the picture taken at the last {@link hold} in its stead. @returns whether there is one */
  showOld(): boolean
  putAway(): void
}

/** Holds the screen of a phone, or an old picture of it, before the other phone's camera for a while. */
export function useHeldScreen(camera: VirtualCamera, phone: RefObject<HTMLIFrameElement>): HeldScreen {
  const [holding, setHolding] = useState(false)
  const [shown, setShown] = useState<HeldScreen['shown']>('nothing')
  const old = useRef<HTMLCanvasElement>()

  const show = useCallback(
    (how: HeldScreen['shown'], screen: () => HTMLCanvasElement | undefined) => {
      setShown(how)
      camera.hold(phoneScene(screen))
      setHolding(true)
    },
    [camera],
  )
  useEffect(() => {
    if (!holding) return
    const timer = setTimeout(() => setHolding(false), HOLD)
    return () => {
      clearTimeout(timer)
      camera.hold(undefined)
    }
  }, [camera, holding])

  return useMemo(() => {
    const live = () => (phone.current ? photographCode(phone.current) : undefined)
    return {
      holding,
      shown,
      hold() {
        const seen = live()
        if (seen) {
          old.current = seen
          show('live', live)
        }
        return seen !== undefined
      },
      showOld() {
        const picture = old.current
        if (picture) show('old', () => picture)
        return picture !== undefined
      },
      putAway() {
        old.current = undefined
        setShown('nothing')
        setHolding(false)
      },
    }
  }, [holding, shown, phone, show])
}
