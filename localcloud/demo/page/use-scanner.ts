import { type RefObject, useRef, useState } from 'react'
import { photographCode } from './phone-screen'
import { phoneScene } from './scenes'
import type { VirtualCamera } from './virtual-camera'

/** How long the phone stays before the scanner, in milliseconds. */
const HOLD = 5_000

/** Holds the citizen's screen, or an old picture of it, before the desk's camera for a while. */
export function useScanner(camera: VirtualCamera, citizen: RefObject<HTMLIFrameElement>) {
  const [holding, setHolding] = useState(false)
  const [shown, setShown] = useState<'nothing' | 'live' | 'old'>('nothing')
  const old = useRef<HTMLCanvasElement>()

  const show = (screen: () => HTMLCanvasElement | undefined) => {
    camera.look(phoneScene(screen))
    setHolding(true)
    setTimeout(() => {
      camera.look(undefined)
      setHolding(false)
    }, HOLD)
  }
  const live = () => (citizen.current ? photographCode(citizen.current) : undefined)
  return {
    holding,
    shown,
    hold: () => {
      const seen = live()
      if (!seen) return false
      old.current = seen
      setShown('live')
      show(live)
      return true
    },
    showOld: () => {
      const picture = old.current
      if (picture) {
        setShown('old')
        show(() => picture)
      }
      return picture !== undefined
    },
  }
}
