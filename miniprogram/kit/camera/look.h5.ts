import type { Sight } from './sight'

/** Height at which the live picture is looked at, pixels. */
const HEIGHT = 480

let context: CanvasRenderingContext2D | null | undefined

/** The detector is a chunk of its own: it comes with the first look, and pages without a face never load it. */
export async function lookAt(video: HTMLVideoElement | null): Promise<Sight> {
  if (video === null || video.videoWidth === 0) return {}
  const frame = freeze(video)
  if (!frame) return {}
  try {
    const { findFaces } = await import('./find-faces.h5')
    return await findFaces(frame)
  } catch {
    return {} // without WebAssembly, or without the chunk, the person presses the button instead
  }
}

function freeze(video: HTMLVideoElement): CanvasRenderingContext2D | null {
  context ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!context) return null
  context.canvas.height = HEIGHT
  context.canvas.width = Math.round((video.videoWidth / video.videoHeight) * HEIGHT)
  context.drawImage(video, 0, 0, context.canvas.width, HEIGHT)
  return context
}
