/** Share of the address that was read that a correction may change: a lost row of three, and not another address. */
const MOST_CHANGED = 1 / 3

/**
 * Whether an address can be a correction of the one that was read off the card, by the characters that would have to be
 * changed, added and left out (Levenshtein distance). Nobody else knows the address, so the photo has to bear it out.
 */
export function correctsAddress(read: string, given: string): boolean {
  const [a, b] = [[...read], [...given]]
  return distance(a, b) <= Math.max(a.length, b.length) * MOST_CHANGED
}

function distance(a: readonly string[], b: readonly string[]): number {
  let row = b.map((_, j) => j + 1)
  for (const [i, character] of a.entries()) {
    let [corner, left] = [i, i + 1]
    row = row.map((above, j) => {
      const kept = corner + (b[j] === character ? 0 : 1)
      corner = above
      left = Math.min(kept, above + 1, left + 1)
      return left
    })
  }
  return row.at(-1) ?? a.length
}
