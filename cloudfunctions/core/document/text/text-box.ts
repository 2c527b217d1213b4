import { distance, middle, type Point, type Quad } from '@nansha/shared/geometry/projection'

/** A line of print on a photo; which way up it is shows only when it is read. */
export interface TextBox {
  /** top left, top right, bottom right, bottom left, with the longer side along the text */
  readonly quad: Quad
}

export const boxWidth = ({ quad }: TextBox): number => distance(quad[0], quad[1])
export const boxHeight = ({ quad }: TextBox): number => distance(quad[0], quad[3])

/** The same box read the other way up. */
export const turned = ({ quad: [a, b, c, d] }: TextBox): TextBox => ({ quad: [c, d, a, b] })

/** The same box begun at its next corner: text that runs downwards instead of across. */
export const quarterTurned = ({ quad: [a, b, c, d] }: TextBox): TextBox => ({ quad: [b, c, d, a] })

/** Grows a rectangle by the same distance on every side. */
export function grown(quad: Quad, by: number): Quad {
  const [cx, cy] = middle(quad)
  const along = unit(quad[0], quad[1])
  const down = unit(quad[0], quad[3])
  const push = ([x, y]: Point): Point => {
    const a = Math.sign((x - cx) * along[0] + (y - cy) * along[1])
    const d = Math.sign((x - cx) * down[0] + (y - cy) * down[1])
    return [x + by * (a * along[0] + d * down[0]), y + by * (a * along[1] + d * down[1])]
  }
  return [push(quad[0]), push(quad[1]), push(quad[2]), push(quad[3])]
}

function unit(p: Point, q: Point): Point {
  const length = distance(p, q) || 1
  return [(q[0] - p[0]) / length, (q[1] - p[1]) / length]
}
