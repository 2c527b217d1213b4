import type { Stretch } from './split-captions'

/** Puts stretches that stand at one height into a row; rows from above, each from the left. */
export function groupRows(stretches: readonly Stretch[]): Stretch[][] {
  const rows: Stretch[][] = []
  for (const stretch of [...stretches].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1)
    if (row?.[0] && Math.abs(row[0].y - stretch.y) < stretch.height / 2) row.push(stretch)
    else rows.push([stretch])
  }
  return rows.map((row) => row.sort((a, b) => a.x - b.x))
}

/** The pieces of a row as one, so that a hole between two pieces shows like one within a piece. */
export function joinRow(row: readonly Stretch[]): Stretch | undefined {
  const [first, last] = [row[0], row.at(-1)]
  if (!first || !last) return undefined
  return {
    ...first,
    text: row.map(({ text }) => text).join(''),
    glyphs: row.flatMap(({ glyphs }) => glyphs),
    end: last.end,
  }
}
