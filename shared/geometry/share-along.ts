import type { Position } from './similarity'

/** Where the foot of a point lies on a line: 0 at `from`, 1 at `to`. */
export function shareAlong(point: Position, from: Position, to: Position): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y]
  return ((point.x - from.x) * dx + (point.y - from.y) * dy) / (dx * dx + dy * dy)
}
