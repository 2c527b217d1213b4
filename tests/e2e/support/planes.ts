interface Size {
  /** Even. */
  readonly width: number
  /** Even. */
  readonly height: number
}

/** A picture as video holds it: luma, and at half the size both chromas (ITU-R BT.601, 4:2:0). */
export interface Planes extends Size {
  readonly luma: Buffer
  readonly blue: Buffer
  readonly red: Buffer
}

/** @param rgb three bytes a pixel */
export function toPlanes(rgb: Buffer, { width, height }: Size): Planes {
  const luma = Buffer.alloc(width * height)
  const blue = Buffer.alloc(luma.length / 4)
  const red = Buffer.alloc(luma.length / 4)
  for (let pixel = 0; pixel < luma.length; pixel++) {
    const [r, g, b] = [rgb[3 * pixel] ?? 0, rgb[3 * pixel + 1] ?? 0, rgb[3 * pixel + 2] ?? 0]
    luma[pixel] = 16 + (66 * r + 129 * g + 25 * b) / 256
    const [x, y] = [pixel % width, Math.floor(pixel / width)]
    if (x % 2 !== 0 || y % 2 !== 0) continue
    const quarter = (y / 2) * (width / 2) + x / 2
    blue[quarter] = 128 + (-38 * r - 74 * g + 112 * b) / 256
    red[quarter] = 128 + (112 * r - 94 * g - 18 * b) / 256
  }
  return { width, height, luma, blue, red }
}

/** @returns the planes of a part, one after the other; `left` and `top` are even */
export function cropPlanes(
  { width, luma, blue, red }: Planes,
  part: Size & { readonly left: number; readonly top: number },
): Buffer {
  const half = { left: part.left / 2, top: part.top / 2, width: part.width / 2, height: part.height / 2 }
  return Buffer.concat([
    ...rows(luma, width, part),
    ...rows(blue, width / 2, half),
    ...rows(red, width / 2, half),
  ])
}

function rows(plane: Buffer, stride: number, { left, top, width, height }: Parameters<typeof cropPlanes>[1]) {
  return Array.from({ length: height }, (_, y) => {
    const from = (top + y) * stride + left
    return plane.subarray(from, from + width)
  })
}
