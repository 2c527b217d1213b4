import type { Point, Raster } from './raster'

/** Pixels between two places where the spline is worked out; between them it is interpolated. */
const STEP = 8

/**
 * Moves points of a picture, and everything around them smoothly along (thin plate spline, Bookstein 1989).
 * The picture's border stays where it is.
 */
export function movePoints(picture: Raster, from: readonly Point[], to: readonly Point[]): Raster {
  const { width, height, channels } = picture
  const anchors = [0, 0.5, 1].flatMap((x) =>
    [0, 0.5, 1]
      .filter((y) => x !== 0.5 || y !== 0.5)
      .map((y) => ({ x: x * (width - 1), y: y * (height - 1) })),
  )
  const targets = [...to, ...anchors]
  const sources = [...from, ...anchors]
  const spline = fitSpline(targets, sources)
  const columns = Math.ceil(width / STEP) + 1
  const rows = Math.ceil(height / STEP) + 1
  const grid: Point[] = []
  for (let j = 0; j < rows; j++)
    for (let i = 0; i < columns; i++) grid.push(spline({ x: i * STEP, y: j * STEP }))

  const data = new Uint8Array(picture.data.length)
  for (let y = 0; y < height; y++) {
    const j = Math.floor(y / STEP)
    const fy = y / STEP - j
    for (let x = 0; x < width; x++) {
      const i = Math.floor(x / STEP)
      const fx = x / STEP - i
      const [above, below] = [j * columns + i, (j + 1) * columns + i]
      const from = mix(
        mix(grid[above] as Point, grid[above + 1] as Point, fx),
        mix(grid[below] as Point, grid[below + 1] as Point, fx),
        fy,
      )
      copyPixel(picture, from, data, (y * width + x) * channels)
    }
  }
  return { width, height, channels, data }
}

function mix(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share }
}

/** Bilinear; beyond the border lies its last row or column. */
function copyPixel(
  { width, height, channels, data }: Raster,
  { x, y }: Point,
  target: Uint8Array,
  at: number,
): void {
  const x0 = Math.min(width - 2, Math.max(0, Math.floor(x)))
  const y0 = Math.min(height - 2, Math.max(0, Math.floor(y)))
  const fx = Math.min(1, Math.max(0, x - x0))
  const fy = Math.min(1, Math.max(0, y - y0))
  const first = (y0 * width + x0) * channels
  const second = first + width * channels
  for (let c = 0; c < channels; c++) {
    const above = (data[first + c] as number) * (1 - fx) + (data[first + channels + c] as number) * fx
    const below = (data[second + c] as number) * (1 - fx) + (data[second + channels + c] as number) * fx
    target[at + c] = above * (1 - fy) + below * fy
  }
}

/** The spline that carries every point of `from` to its partner in `to`. */
function fitSpline(from: readonly Point[], to: readonly Point[]): (point: Point) => Point {
  const n = from.length
  const matrix = Array.from({ length: n + 3 }, () => new Array<number>(n + 3).fill(0))
  from.forEach((p, i) => {
    const row = matrix[i] as number[]
    from.forEach((q, j) => {
      row[j] = kernel(p, q)
    })
    ;[1, p.x, p.y].forEach((value, k) => {
      row[n + k] = value
      ;(matrix[n + k] as number[])[i] = value
    })
  })
  const [wx, wy] = solve(matrix, [
    [...to.map(({ x }) => x), 0, 0, 0],
    [...to.map(({ y }) => y), 0, 0, 0],
  ]) as [number[], number[]]
  return (point) => {
    const terms = [...from.map((p) => kernel(point, p)), 1, point.x, point.y]
    const dot = (w: number[]) => terms.reduce((sum, term, i) => sum + term * (w[i] as number), 0)
    return { x: dot(wx), y: dot(wy) }
  }
}

function kernel(p: Point, q: Point): number {
  const squared = (p.x - q.x) ** 2 + (p.y - q.y) ** 2
  return squared === 0 ? 0 : squared * Math.log(squared)
}

/** Gauss elimination with pivots, for several right-hand sides. */
function solve(matrix: number[][], rights: number[][]): number[][] {
  const n = matrix.length
  const rows = matrix.map((row, i) => [...row, ...rights.map((right) => right[i] as number)])
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) {
      if (Math.abs(rows[i]?.[k] as number) > Math.abs(rows[pivot]?.[k] as number)) pivot = i
    }
    ;[rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]]
    const head = rows[k] as number[]
    for (let i = 0; i < n; i++) {
      const row = rows[i] as number[]
      const factor = i === k ? 0 : (row[k] as number) / (head[k] as number)
      if (factor !== 0)
        for (let j = k; j < row.length; j++) row[j] = (row[j] as number) - factor * (head[j] as number)
    }
  }
  return rights.map((_, r) => rows.map((row, i) => (row[n + r] as number) / (row[i] as number)))
}
