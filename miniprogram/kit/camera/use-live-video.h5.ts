import { type RefObject, useEffect, useRef } from 'react'
import type { CameraState, Facing } from './camera-state'
import { openCamera } from './open-camera.h5'

/**
 * Plays the camera in a `<video>` while the component is mounted and always lets go of it afterwards,
 * also when the answer comes after unmounting.
 */
export function useLiveVideo(
  facing: Facing,
  onState: (state: CameraState) => void,
): RefObject<HTMLVideoElement> {
  const video = useRef<HTMLVideoElement>(null)
  const report = useRef(onState)
  report.current = onState

  useEffect(() => {
    let mounted = true
    let stream: MediaStream | undefined
    report.current('starting')

    openCamera(facing).then(async (opened) => {
      if (!('stream' in opened)) {
        if (mounted) report.current(opened.state)
        return
      }
      stream = opened.stream
      if (!mounted || video.current === null) return stop(stream)
      for (const track of stream.getVideoTracks()) {
        track.addEventListener('ended', () => mounted && report.current('unavailable'))
      }
      video.current.srcObject = stream
      await video.current.play().catch(() => undefined)
      if (mounted) report.current('ready')
    })

    return () => {
      mounted = false
      if (stream !== undefined) stop(stream)
    }
  }, [facing])

  return video
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
