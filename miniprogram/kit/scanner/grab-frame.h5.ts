const canvas = document.createElement('canvas')
const context = canvas.getContext('2d', { willReadFrequently: true })

/** @returns the pixels of a video frame or image, scaled down to `longestEdge`; `undefined` while there are none. */
export function grabFrame(
  source: HTMLVideoElement | ImageBitmap,
  longestEdge: number,
): ImageData | undefined {
  const { width, height } = sizeOf(source)
  if (context === null || width === 0 || height === 0) return undefined
  const scale = Math.min(1, longestEdge / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

function sizeOf(source: HTMLVideoElement | ImageBitmap): { width: number; height: number } {
  if (source instanceof ImageBitmap) return source
  return { width: source.videoWidth, height: source.videoHeight }
}
