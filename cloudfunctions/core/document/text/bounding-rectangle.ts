import { distance, type Point, type Quad } from '@nansha/shared/geometry/projection'

/** The smallest rectangle, at any angle, around a cloud of points (its convex hull has an edge along one side). */
export function boundingRectangle(points: readonly Point[]): Quad {
  const hull = convexHull(points)
  let best: Quad | undefined
  let bestArea = Number.POSITIVE_INFINITY
  hull.forEach((p, i) => {
    const q = hull[(i + 1) % hull.length] ?? p
    const rectangle = rectangleAlong(hull, p, q)
    const area = distance(rectangle[0], rectangle[1]) * distance(rectangle[1], rectangle[2])
    if (area < bestArea) {
      best = rectangle
      bestArea = area
    }
  })
  if (!best) throw new RangeError('boundingRectangle needs a point')
  return best
}

/** Andrew's monotone chain. */
function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((p, q) => p[0] - q[0] || p[1] - q[1])
  const chain = (cloud: readonly Point[]) => {
    const hull: Point[] = []
    for (const point of cloud) {
      while (hull.length >= 2 && turn(hull[hull.length - 2], hull[hull.length - 1], point) <= 0) hull.pop()
      hull.push(point)
    }
    return hull
  }
  return [...new Set([...chain(sorted), ...chain(sorted.reverse())])]
}

function turn(o: Point = [0, 0], p: Point = [0, 0], q: Point = [0, 0]): number {
  return (p[0] - o[0]) * (q[1] - o[1]) - (p[1] - o[1]) * (q[0] - o[0])
}

function rectangleAlong(hull: readonly Point[], p: Point, q: Point): Quad {
  const length = distance(p, q) || 1
  const ux = length > 0 ? (q[0] - p[0]) / length || 0 : 1
  const uy = (q[1] - p[1]) / length || 0
  const axis: Point = ux === 0 && uy === 0 ? [1, 0] : [ux, uy]
  const along = hull.map(([x, y]) => x * axis[0] + y * axis[1])
  const across = hull.map(([x, y]) => y * axis[0] - x * axis[1])
  const [a0, a1, c0, c1] = [Math.min(...along), Math.max(...along), Math.min(...across), Math.max(...across)]
  const corner = (a: number, c: number): Point => [a * axis[0] - c * axis[1], a * axis[1] + c * axis[0]]
  return [corner(a0, c0), corner(a1, c0), corner(a1, c1), corner(a0, c1)]
}
