import { useEffect, useRef } from 'react'
import '../camera/camera.scss'
import { useLiveVideo } from '../camera/use-live-video.h5'
import { deviceNow } from '../device/clock'
import { decodeQr } from './decode-qr.h5'
import { LOOK_EDGES } from './grab-frame.h5'
import type * as Port from './Scanner'

/** Pause between two looks; with a few milliseconds of decoding it makes about eight looks a second. */
const PAUSE_MS = 100

export const Scanner: typeof Port.Scanner = (props) => {
  const video = useLiveVideo('back', props.onState)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    let looking = true
    latest.current.gate.begin(deviceNow())

    async function keepLooking() {
      for (let look = 0; looking; look++) {
        const edge = LOOK_EDGES[look % LOOK_EDGES.length] as number
        const text = video.current === null ? undefined : await decodeQr(video.current, edge)
        if (looking && text !== undefined) report(text)
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }

    function report(text: string) {
      const { gate, onCode, onHeld } = latest.current
      if (gate.see(deviceNow()) === 'new') onCode(text)
      else onHeld(text)
    }

    keepLooking()
    return () => {
      looking = false
    }
  }, [video])

  return <video ref={video} className="kit-camera" playsInline muted />
}
