export type Point = readonly [x: number, y: number]

/** Four corners in the order of a page's: top left, top right, bottom right, bottom left, as the text stands. */
export type Quad = readonly [Point, Point, Point, Point]

/** Row-major 3 × 3 matrix that carries `(x, y, 1)` to `(u, v, w)`. */
export type Projection = readonly [number, number, number, number, number, number, number, number, number]

export function project(m: Projection, [x, y]: Point): Point {
  const w = m[6] * x + m[7] * y + m[8]
  return [(m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w]
}

/** The adjugate matrix: a projection is defined up to scale. */
export function invertProjection([a, b, c, d, e, f, g, h, i]: Projection): Projection {
  return [
    e * i - f * h,
    c * h - b * i,
    b * f - c * e,
    f * g - d * i,
    a * i - c * g,
    c * d - a * f,
    d * h - e * g,
    b * g - a * h,
    a * e - b * d,
  ]
}

export const middle = ([a, b, c, d]: Quad): Point => [
  (a[0] + b[0] + c[0] + d[0]) / 4,
  (a[1] + b[1] + c[1] + d[1]) / 4,
]

export const distance = (p: Point, q: Point): number => Math.hypot(p[0] - q[0], p[1] - q[1])
