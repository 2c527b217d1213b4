/** An eye as it is compared, pixels. */
const EYE = { width: 24, height: 16, left: 4, right: 20, corners: 9 }

interface Place {
  readonly x: number
  readonly y: number
}

/** Mean luminance of a part of the picture, 0 … 255. */
export function meanLight(
  frame: CanvasRenderingContext2D,
  { x, y, width, height }: Place & { readonly width: number; readonly height: number },
): number {
  const { data } = frame.getImageData(Math.max(0, x), Math.max(0, y), Math.max(1, width), Math.max(1, height))
  const light = luminance(data)
  return light.reduce((sum, value) => sum + value, 0) / light.length
}

let scratch: CanvasRenderingContext2D | null | undefined

/** Luminance of one eye, drawn so that its corners lie where they always lie. */
export function readEye(frame: CanvasRenderingContext2D, left: Place, right: Place): number[] {
  scratch ??= document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!scratch) return []
  scratch.canvas.width = EYE.width
  scratch.canvas.height = EYE.height
  const [dx, dy] = [right.x - left.x, right.y - left.y]
  const scale = (EYE.right - EYE.left) / Math.hypot(dx, dy)
  scratch.translate(EYE.left, EYE.corners)
  scratch.rotate(-Math.atan2(dy, dx))
  scratch.scale(scale, scale)
  scratch.drawImage(frame.canvas, -left.x, -left.y)
  return luminance(scratch.getImageData(0, 0, EYE.width, EYE.height).data)
}

/** ITU-R BT.601 luma of RGBA pixels. */
function luminance(data: Uint8ClampedArray): number[] {
  return Array.from({ length: data.length / 4 }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0] = data.subarray(4 * pixel, 4 * pixel + 3)
    return 0.299 * red + 0.587 * green + 0.114 * blue
  })
}
