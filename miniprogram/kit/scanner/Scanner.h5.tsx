import { useEffect, useRef } from 'react'
import '../camera/camera.scss'
import { useLiveVideo } from '../camera/use-live-video.h5'
import { deviceNow } from '../device/clock'
import { decodeQr } from './decode-qr.h5'
import { grabFrame } from './grab-frame.h5'
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

    async function look(frame: ImageData | undefined) {
      const text = frame && (await decodeQr(frame))
      if (!looking || text === undefined) return
      if (latest.current.gate.see(deviceNow()) === 'new') latest.current.onCode(text)
      else latest.current.onHeld()
    }

    async function keepLooking() {
      while (looking) {
        const live = video.current
        if (live !== null) await look(grabFrame(live, live.videoWidth, live.videoHeight))
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }

    keepLooking()
    const forget = watchShownImages((image) => {
      latest.current.gate.release()
      look(grabFrame(image, image.width, image.height))
    })
    return () => {
      looking = false
      forget()
    }
  }, [video])

  return <video ref={video} className="kit-camera" playsInline muted />
}
