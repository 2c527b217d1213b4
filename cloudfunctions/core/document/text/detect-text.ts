import { distance, type Point, type Quad } from '@nansha/shared/geometry/projection'
import type { OnnxModel } from '../../onnx/open-model'
import { boundingRectangle } from './bounding-rectangle'
import type { Photo } from './photo'
import { grown, type TextBox } from './text-box'
import { warpPhoto } from './warp-photo'

/** Thresholds of the net's probability map, as PaddleOCR sets them for DB (Liao and others 2020). */
const PIXEL_THRESHOLD = 0.3
const BOX_THRESHOLD = 0.5
const UNCLIP = 1.6
const MIN_SIDE = 3
const MAX_BOXES = 120
const IMAGENET_MEAN = [0.485, 0.456, 0.406]
const IMAGENET_SPREAD = [0.229, 0.224, 0.225]

/**
 * Finds lines of print with PP-OCRv4's detector.
 *
 * @param side longest side, in pixels, of the picture that the net sees; the photo is scaled to it
 * @returns boxes in photo pixels, the largest first
 */
export async function detectText(model: OnnxModel, photo: Photo, side: number): Promise<TextBox[]> {
  const scale = side / Math.max(photo.width, photo.height)
  const width = toMultipleOf32(photo.width * scale)
  const height = toMultipleOf32(photo.height * scale)
  const [sx, sy] = [photo.width / width, photo.height / height]
  const scaled = warpPhoto(photo, [sx, 0, 0, 0, sy, 0, 0, 0, 1], width, height)
  const { values } = await model.run(normalise(scaled), [1, 3, height, width])
  return componentsOf(values, width, height)
    .map((points) => boxAround(points, values, width, height))
    .filter((quad) => quad !== undefined)
    .map((quad) => ({ quad: quad.map(([x, y]) => [x * sx, y * sy] as Point) as unknown as Quad }))
    .sort((a, b) => area(b.quad) - area(a.quad))
    .slice(0, MAX_BOXES)
}

const toMultipleOf32 = (size: number): number => Math.max(32, Math.round(size / 32) * 32)

const area = (quad: Quad): number => distance(quad[0], quad[1]) * distance(quad[1], quad[2])

/** Blue, green, red planes: the order in which the net was trained. */
function normalise({ width, height, data }: Photo): Float32Array {
  const plane = width * height
  const input = new Float32Array(3 * plane)
  for (let c = 0; c < 3; c++) {
    const mean = IMAGENET_MEAN[c] ?? 0
    const spread = IMAGENET_SPREAD[c] ?? 1
    for (let i = 0; i < plane; i++) input[c * plane + i] = ((data[i * 3 + 2 - c] ?? 0) / 255 - mean) / spread
  }
  return input
}

/** The outline pixels of every connected patch of text (4 neighbours, flood filled without recursion). */
function componentsOf(map: Float32Array, width: number, height: number): Point[][] {
  const seen = new Uint8Array(width * height)
  const isText = (i: number) => (map[i] ?? 0) > PIXEL_THRESHOLD
  const components: Point[][] = []
  const stack: number[] = []
  for (let start = 0; start < map.length; start++) {
    if (seen[start] || !isText(start)) continue
    const outline: Point[] = []
    stack.push(start)
    seen[start] = 1
    for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
      const x = i % width
      const y = (i - x) / width
      let inside = 0
      for (const [nx, ny] of [
        [x - 1, y],
        [x + 1, y],
        [x, y - 1],
        [x, y + 1],
      ] as const) {
        const n = ny * width + nx
        if (nx < 0 || ny < 0 || nx >= width || ny >= height || !isText(n)) continue
        inside++
        if (seen[n]) continue
        seen[n] = 1
        stack.push(n)
      }
      if (inside < 4) outline.push([x, y], [x + 1, y], [x, y + 1], [x + 1, y + 1])
    }
    if (outline.length > 4 * MIN_SIDE) components.push(outline)
  }
  return components
}

function boxAround(outline: Point[], map: Float32Array, width: number, height: number): Quad | undefined {
  const tight = alongText(boundingRectangle(outline))
  const [along, across] = [distance(tight[0], tight[1]), distance(tight[0], tight[3])]
  if (across < MIN_SIDE || meanInside(tight, map, width, height) < BOX_THRESHOLD) return undefined
  // The net marks the core of a line; the distance by which DB lets it grow again.
  return grown(tight, (along * across * UNCLIP) / (2 * (along + across)))
}

/** Begins the rectangle so that its first side is the longer one and points to the right, or up if it stands. */
function alongText([a, b, c, d]: Quad): Quad {
  const lying: Quad = distance(a, b) >= distance(b, c) ? [a, b, c, d] : [b, c, d, a]
  const dx = lying[1][0] - lying[0][0]
  const dy = lying[1][1] - lying[0][1]
  const backwards = Math.abs(dx) >= Math.abs(dy) ? dx < 0 : dy > 0
  return backwards ? [lying[2], lying[3], lying[0], lying[1]] : lying
}

function meanInside([a, b, , d]: Quad, map: Float32Array, width: number, height: number): number {
  const columns = Math.max(2, Math.min(64, Math.round(distance(a, b))))
  const rows = Math.max(2, Math.min(16, Math.round(distance(a, d))))
  let sum = 0
  for (let j = 0; j < rows; j++) {
    for (let i = 0; i < columns; i++) {
      const [s, t] = [(i + 0.5) / columns, (j + 0.5) / rows]
      const x = Math.min(width - 1, Math.max(0, Math.floor(a[0] + (b[0] - a[0]) * s + (d[0] - a[0]) * t)))
      const y = Math.min(height - 1, Math.max(0, Math.floor(a[1] + (b[1] - a[1]) * s + (d[1] - a[1]) * t)))
      sum += map[y * width + x] ?? 0
    }
  }
  return sum / (rows * columns)
}
