import { useEffect, useRef } from 'react'
import '../camera/camera.scss'
import { useLiveVideo } from '../camera/use-live-video.h5'
import { deviceNow } from '../device/clock'
import { decodeQr } from './decode-qr.h5'
import { LOOKS, type Look } from './looks.h5'
import { reportCodes } from './report-codes'
import type * as Port from './Scanner'
import { useTorch } from './use-torch.h5'

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
        const way = LOOKS[look % LOOKS.length] as Look
        const texts = video.current === null ? [] : await decodeQr(video.current, way)
        if (looking) reportCodes(texts, latest.current, deviceNow())
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MS))
      }
    }

    keepLooking()
    return () => {
      looking = false
    }
  }, [video])

  useTorch(video, props.isLit ?? false, props.onLight)
  return <video ref={video} className="kit-camera" playsInline muted />
}
