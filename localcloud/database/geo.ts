import type { Document } from './ejson'
import { isDocument, valuesAt } from './path'

type Point = readonly [longitude: number, latitude: number]

type QueryOperator = (field: string, operand: Document) => (document: Document) => boolean

/** The radius with which MongoDB turns radians into metres. */
const EARTH_RADIUS_METRES = 6378100

/** `$nearSphere`, `$geoWithin` and `$geoIntersects` for points, lines and polygons; mingo has none of them. */
export const geoQueryOperators: Readonly<Record<`$${string}`, QueryOperator>> = {
  $nearSphere: (field, operand) => {
    const centre = pointsOf(operand.$geometry)[0]
    const furthest = Number(operand.$maxDistance ?? Number.POSITIVE_INFINITY)
    const nearest = Number(operand.$minDistance ?? 0)
    return (document) =>
      valuesAt(document, field).some((value) => {
        const point = pointsOf(value)[0]
        const distance = point && centre ? distanceMetres(centre, point) : Number.NaN
        return distance >= nearest && distance <= furthest
      })
  },
  $geoWithin: (field, operand) => {
    const inside = operand.$centerSphere
      ? withinSphere(operand.$centerSphere as [Point, number])
      : withinGeometry(operand.$geometry)
    return (document) =>
      valuesAt(document, field).some((value) => pointsOf(value).length > 0 && pointsOf(value).every(inside))
  },
  $geoIntersects: (field, operand) => (document) =>
    valuesAt(document, field).some((value) => intersects(value, operand.$geometry)),
}

/** Great-circle distance in metres. */
export function distanceMetres([longitudeA, latitudeA]: Point, [longitudeB, latitudeB]: Point): number {
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const chord =
    half(latitudeB - latitudeA) +
    Math.cos(radians(latitudeA)) * Math.cos(radians(latitudeB)) * half(longitudeB - longitudeA)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** All corners of a GeoJSON geometry, or none when the value is not one. */
export function pointsOf(geometry: unknown): Point[] {
  const coordinates = isDocument(geometry) ? geometry.coordinates : geometry
  if (!Array.isArray(coordinates)) return []
  if (coordinates.length === 2 && coordinates.every((number) => typeof number === 'number')) {
    return [coordinates as [number, number]]
  }
  return coordinates.flatMap(pointsOf)
}

function withinSphere([centre, radius]: [Point, number]): (point: Point) => boolean {
  return (point) => distanceMetres(centre, point) <= radius * EARTH_RADIUS_METRES
}

function withinGeometry(geometry: unknown): (point: Point) => boolean {
  const areas = polygons(geometry)
  return (point) =>
    areas.some(
      ([outer, ...holes]) => insideRing(point, outer) && !holes.some((hole) => insideRing(point, hole)),
    )
}

/** A polygon as rings; a MultiPolygon has several. */
function polygons(geometry: unknown): Point[][][] {
  if (!isDocument(geometry)) return []
  if (geometry.type === 'Polygon') return [geometry.coordinates as Point[][]]
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as Point[][][]) : []
}

/** Counts how often a ray from the point crosses the ring. */
function insideRing([x, y]: Point, ring: readonly Point[] = []): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of segments(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function intersects(left: unknown, right: unknown): boolean {
  const [leftPoints, rightPoints] = [pointsOf(left), pointsOf(right)]
  if (leftPoints.some(withinGeometry(right)) || rightPoints.some(withinGeometry(left))) return true
  if (leftPoints.some((a) => rightPoints.some((b) => a[0] === b[0] && a[1] === b[1]))) return true
  const rightLines = segments(rightPoints)
  return segments(leftPoints).some((a) => rightLines.some((b) => cross(a, b)))
}

function segments(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, place) => [points[place] as Point, point])
}

function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

function radians(degrees: number): number {
  return (degrees * Math.PI) / 180
}
