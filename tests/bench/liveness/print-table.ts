/** How many of how many, and why the others not. */
export interface Count {
  readonly count: number
  readonly of: number
  readonly codes?: Readonly<Record<string, number>>
}

/** Counts by the name of their row. */
export type Table = Readonly<Record<string, Count>>

/** @param codes one for each case, undefined where it does not count */
export function countOf(codes: readonly (string | undefined)[]): Count {
  const counted: Record<string, number> = {}
  for (const code of codes) if (code) counted[code] = (counted[code] ?? 0) + 1
  return { count: codes.filter(Boolean).length, of: codes.length, codes: counted }
}

export function printTable(title: string, table: Table): void {
  console.log(`\n${title}`)
  for (const [row, { count, of, codes = {} }] of Object.entries(table)) {
    const share = `${((100 * count) / Math.max(1, of)).toFixed(1)} %`
    const reasons = Object.entries(codes).map(([code, times]) => `${code} ${times}`)
    console.log(
      `${row.padEnd(46)} ${String(count).padStart(5)} of ${String(of).padEnd(5)} ${share.padStart(8)}  ${reasons.join(', ')}`,
    )
  }
}
