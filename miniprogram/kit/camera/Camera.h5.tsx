import { useImperativeHandle } from 'react'
import type * as Port from './Camera'
import './camera.scss'
import { lookAt } from './look.h5'
import { useLiveVideo } from './use-live-video.h5'

export const Camera: typeof Port.Camera = ({ facing, onState, handle }) => {
  const video = useLiveVideo(facing, onState)
  useImperativeHandle(handle, () => ({
    takePicture: () => takePicture(video.current),
    look: () => lookAt(video.current),
  }))
  return (
    <video
      ref={video}
      className={`kit-camera ${facing === 'front' ? 'kit-camera--mirrored' : ''}`}
      playsInline
      muted
    />
  )
}

const FRAME_WITHIN_MS = 500

/** Draws the next frame as the camera saw it: the mirroring of the preview is only CSS. */
async function takePicture(video: HTMLVideoElement | null) {
  if (video === null || video.videoWidth === 0) throw new Error('The camera is not ready')
  await nextFrame(video)
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  if (blob === null) throw new Error('The browser could not encode the photo')
  return { src: URL.createObjectURL(blob) }
}

/** A slow camera shows a frame for long, and two pictures of one frame are taken for a still image. */
function nextFrame(video: HTMLVideoElement): Promise<void> {
  if (!('requestVideoFrameCallback' in video)) return Promise.resolve()
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_WITHIN_MS)
    video.requestVideoFrameCallback(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
