/** Longest edge that is decoded: a code of version 14 keeps more than 4 px per module, and a frame stays under 15 ms. */
const LONGEST_EDGE = 960

const canvas = document.createElement('canvas')
const context = canvas.getContext('2d', { willReadFrequently: true })

/** @returns the pixels of a video frame or an image, scaled down when large; `undefined` while there are none. */
export function grabFrame(source: CanvasImageSource, width: number, height: number): ImageData | undefined {
  if (context === null || width === 0 || height === 0) return undefined
  const scale = Math.min(1, LONGEST_EDGE / Math.max(width, height))
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return context.getImageData(0, 0, canvas.width, canvas.height)
}
