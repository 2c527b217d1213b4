import type { Document, Value } from './ejson'
import { gnomonic, type Plane, type Point } from './geo-projection'
import { invalidOperator } from './invalid-operator'
import { isDocument } from './path'

/** The radius with which MongoDB turns radians into metres. */
const EARTH_RADIUS_METRES = 6378100

/** A GeoJSON geometry taken apart. */
interface Shape {
  readonly points: readonly Point[]
  /** Open lines; the rings of areas are lines, too. */
  readonly lines: readonly (readonly Point[])[]
  /** Polygons as rings: the outer one and its holes. */
  readonly areas: readonly (readonly (readonly Point[])[])[]
}

/** `$nearSphere`: points at a distance in metres. */
export function compileNearSphere(operand: Value): (value: Value) => boolean {
  if (!isDocument(operand)) throw invalidOperator('$nearSphere needs a $geometry.')
  const centre = pointOf(operand.$geometry)
  if (!centre) throw invalidOperator('$nearSphere needs a $geometry that is a point.')
  const furthest = Number(operand.$maxDistance ?? Number.POSITIVE_INFINITY)
  const nearest = Number(operand.$minDistance ?? 0)
  return (value) => {
    const point = pointOf(value)
    const distance = point ? distanceMetres(centre, point) : Number.NaN
    return distance >= nearest && distance <= furthest
  }
}

/** `$geoWithin`: shapes wholly inside a circle or an area. */
export function compileGeoWithin(operand: Value): (value: Value) => boolean {
  if (isDocument(operand) && operand.$centerSphere) return withinSphere(operand.$centerSphere)
  const area = isDocument(operand) ? shapeOf(operand.$geometry) : undefined
  if (!area || area.areas.length === 0)
    throw invalidOperator('$geoWithin needs a $centerSphere, or a $geometry that is an area.')
  const plane = gnomonic(area.points)
  const rings = projectAreas(area, plane)
  return (value) => {
    const shape = shapeOf(value)
    if (!shape) return false
    const points = shape.points.map(plane)
    if (!points.every((point) => point && inAreas(point, rings))) return false
    return !crossAny(projectLines(shape, plane), rings.flat())
  }
}

/** `$geoIntersects`: shapes that have a point in common with another. */
export function compileGeoIntersects(operand: Value): (value: Value) => boolean {
  const other = isDocument(operand) ? shapeOf(operand.$geometry) : undefined
  if (!other) throw invalidOperator('$geoIntersects needs a $geometry.')
  const plane = gnomonic(other.points)
  const [points, lines, areas] = [
    project(other.points, plane),
    projectLines(other, plane),
    projectAreas(other, plane),
  ]
  return (value) => {
    const shape = shapeOf(value)
    if (!shape) return false
    const own =
      shape.lines.length > 0
        ? project(shape.points, plane)
        : shape.points.map(plane).filter((one) => one !== undefined)
    return (
      own.some(
        (point) => inAreas(point, areas) || points.some((one) => one[0] === point[0] && one[1] === point[1]),
      ) ||
      points.some((point) => inAreas(point, projectAreas(shape, plane))) ||
      crossAny(projectLines(shape, plane), lines)
    )
  }
}

/** Great-circle distance in metres. */
export function distanceMetres([longitudeA, latitudeA]: Point, [longitudeB, latitudeB]: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (degrees: number) => Math.sin(radians(degrees) / 2) ** 2
  const chord =
    half(latitudeB - latitudeA) +
    Math.cos(radians(latitudeA)) * Math.cos(radians(latitudeB)) * half(longitudeB - longitudeA)
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(chord)))
}

/** The point of a GeoJSON Point or of a pair of coordinates. */
export function pointOf(value: Value): Point | undefined {
  const coordinates = isDocument(value) && value.type === 'Point' ? value.coordinates : value
  return isPoint(coordinates) ? coordinates : undefined
}

function isPoint(value: Value): value is Point {
  return Array.isArray(value) && value.length === 2 && value.every(Number.isFinite)
}

function isLine(value: Value): value is Point[] {
  return Array.isArray(value) && value.length > 1 && value.every(isPoint)
}

function isArea(value: Value): value is Point[][] {
  return Array.isArray(value) && value.length > 0 && value.every((ring) => isLine(ring) && ring.length > 3)
}

function shapeOf(value: Value): Shape | undefined {
  const point = pointOf(value)
  if (point) return { points: [point], lines: [], areas: [] }
  if (!isDocument(value)) return undefined
  const { type, coordinates } = value as Document
  const many = Array.isArray(coordinates) ? coordinates : []
  switch (type) {
    case 'MultiPoint':
      return many.every(isPoint) ? { points: many, lines: [], areas: [] } : undefined
    case 'LineString':
      return isLine(coordinates) ? ofLines([coordinates]) : undefined
    case 'MultiLineString':
      return many.every(isLine) ? ofLines(many) : undefined
    case 'Polygon':
      return isArea(coordinates) ? ofAreas([coordinates]) : undefined
    case 'MultiPolygon':
      return many.every(isArea) ? ofAreas(many) : undefined
    default:
      return undefined
  }
}

function ofLines(lines: Point[][]): Shape {
  return { points: lines.flat(), lines, areas: [] }
}

function ofAreas(areas: Point[][][]): Shape {
  return { points: areas.flat(2), lines: areas.flat(), areas }
}

function withinSphere(operand: Value): (value: Value) => boolean {
  const [centre, radius] = Array.isArray(operand) ? operand : []
  if (!isPoint(centre) || typeof radius !== 'number')
    throw invalidOperator('$centerSphere needs a point and a radius in radians.')
  return (value) => {
    const points = shapeOf(value)?.points ?? []
    return (
      points.length > 0 &&
      points.every((point) => distanceMetres(centre, point) <= radius * EARTH_RADIUS_METRES)
    )
  }
}

function project(points: readonly Point[], plane: Plane): Point[] {
  return points.map((point) => {
    const projected = plane(point)
    if (!projected)
      throw invalidOperator(
        'localcloud does not compare shapes that lie more than a quarter of the Earth apart.',
      )
    return projected
  })
}

const projectLines = ({ lines }: Shape, plane: Plane) => lines.map((line) => project(line, plane))
const projectAreas = ({ areas }: Shape, plane: Plane) =>
  areas.map((rings) => rings.map((ring) => project(ring, plane)))

function inAreas(point: Point, areas: readonly (readonly (readonly Point[])[])[]): boolean {
  return areas.some(([outer, ...holes]) => inRing(point, outer) && !holes.some((hole) => inRing(point, hole)))
}

/** Counts how often a ray from the point crosses the ring. */
function inRing([x, y]: Point, ring: readonly Point[] = []): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of segments(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

function crossAny(left: readonly (readonly Point[])[], right: readonly (readonly Point[])[]): boolean {
  const [a, b] = [left.flatMap(segments), right.flatMap(segments)]
  return a.some((one) => b.some((other) => cross(one, other)))
}

function segments(points: readonly Point[]): [Point, Point][] {
  return points.slice(1).map((point, place) => [points[place] as Point, point])
}

function cross([a, b]: [Point, Point], [c, d]: [Point, Point]): boolean {
  const side = (p: Point, q: Point, r: Point) =>
    Math.sign((q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
