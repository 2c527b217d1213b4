import { useEffect, useRef } from 'react'
import '../camera/camera.scss'
import { useLiveVideo } from '../camera/use-live-video.h5'
import { deviceNow } from '../device/clock'
import { decodeQr, decodeStill } from './decode-qr.h5'
import { LOOK_EDGES } from './grab-frame.h5'
import type * as Port from './Scanner'
import { watchShownImages } from './shown-images.h5'

/** Pause between two looks; with a few milliseconds of decoding it makes about eight looks a second. */
const PAUSE_MS = 100

export const Scanner: typeof Port.Scanner = (props) => {
  const video = useLiveVideo('back', props.onState)
  const latest = useRef(props)
  latest.current = props

  useEffect(() => {
    let looking = true
    latest.current.gate.begin(deviceNow())

    function report(text: string | undefined) {
      if (!looking || text === undefined) return
      if (latest.current.gate.see(deviceNow()) === 'new') latest.current.onCode(text)
      else latest.current.onHeld()
    }

    async function keepLooking() {
      for (let look = 0; looking; look++) {
        const edge = LOOK_EDGES[look % LOOK_EDGES.length] as number
        if (video.current !== null) report(await decodeQr(video.current, edge))
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }

    keepLooking()
    const forget = watchShownImages(async (image) => {
      const text = await decodeStill(image)
      latest.current.gate.release()
      report(text)
    })
    return () => {
      looking = false
      forget()
    }
  }, [video])

  return <video ref={video} className="kit-camera" playsInline muted />
}
