/** A position in pixels from the top left corner. */
export interface Position {
  readonly x: number
  readonly y: number
}

/** A turn, a scale and a shift: (x, y) → (a·x − b·y + tx, b·x + a·y + ty). */
export interface Similarity {
  readonly a: number
  readonly b: number
  readonly tx: number
  readonly ty: number
}

export const mean = (points: readonly Position[]): Position => ({
  x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
  y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
})

export const distance = (p: Position, q: Position): number => Math.hypot(p.x - q.x, p.y - q.y)

export const apply = ({ a, b, tx, ty }: Similarity, { x, y }: Position): Position => ({
  x: a * x - b * y + tx,
  y: b * x + a * y + ty,
})

export function invert({ a, b, tx, ty }: Similarity): Similarity {
  const norm = a * a + b * b
  return { a: a / norm, b: -b / norm, tx: -(a * tx + b * ty) / norm, ty: (b * tx - a * ty) / norm }
}

/** The similarity that carries `from` onto `to` with the least squared error (Umeyama 1991, without reflection). */
export function fitSimilarity(from: readonly Position[], to: readonly Position[]): Similarity {
  const p = mean(from)
  const q = mean(to)
  let dot = 0
  let cross = 0
  let norm = 0
  from.forEach((point, index) => {
    const target = to[index]
    if (!target) throw new RangeError('fitSimilarity needs as many targets as points')
    const [x, y, u, v] = [point.x - p.x, point.y - p.y, target.x - q.x, target.y - q.y]
    dot += x * u + y * v
    cross += x * v - y * u
    norm += x * x + y * y
  })
  const a = dot / norm
  const b = cross / norm
  return { a, b, tx: q.x - a * p.x + b * p.y, ty: q.y - b * p.x - a * p.y }
}
