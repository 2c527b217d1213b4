import { invalidOperator } from './invalid-operator'

export type Point = readonly [longitude: number, latitude: number]

/** Puts a point of the sphere on a plane; undefined when it lies on the other half of the Earth. */
export type Plane = (point: Point) => Point | undefined

type Vector = readonly [number, number, number]

/**
 * The gnomonic projection around the middle of some points. It turns the great circles that join the corners of a
 * geometry on a sphere into straight lines, so that questions about them can be answered on the plane.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR when the points do not fit on one half of the Earth
 */
export function gnomonic(points: readonly Point[]): Plane {
  const vectors = points.map(toVector)
  const middle = normalise(
    vectors.reduce<Vector>((sum, one) => [sum[0] + one[0], sum[1] + one[1], sum[2] + one[2]], [0, 0, 0]),
  )
  if (!vectors.every((one) => dot(one, middle) > 0))
    throw invalidOperator('localcloud does not compare shapes larger than half of the Earth.')
  const pole: Vector = Math.abs(middle[2]) < 0.9 ? [0, 0, 1] : [1, 0, 0]
  const right = normalise(crossProduct(pole, middle))
  const up = crossProduct(middle, right)
  return (point) => {
    const vector = toVector(point)
    const depth = dot(vector, middle)
    return depth > 0 ? [dot(vector, right) / depth, dot(vector, up) / depth] : undefined
  }
}

function toVector([longitude, latitude]: Point): Vector {
  const [x, y] = [(longitude * Math.PI) / 180, (latitude * Math.PI) / 180]
  return [Math.cos(y) * Math.cos(x), Math.cos(y) * Math.sin(x), Math.sin(y)]
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
}

function crossProduct(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]]
}

function normalise(vector: Vector): Vector {
  const length = Math.hypot(...vector)
  return [vector[0] / length, vector[1] / length, vector[2] / length]
}
