/**
 * Solves a small system of linear equations by elimination with pivoting.
 *
 * @param rows each row of the matrix with its right-hand side appended
 */
export function solveLinear(rows: readonly (readonly number[])[]): number[] {
  const m = rows.map((row) => Float64Array.from(row))
  const n = m.length
  const cell = (i: number, j: number) => m[i]?.[j] ?? 0
  for (let k = 0; k < n; k++) {
    let pivot = k
    for (let i = k + 1; i < n; i++) if (Math.abs(cell(i, k)) > Math.abs(cell(pivot, k))) pivot = i
    const [a, b] = [m[k], m[pivot]]
    if (a && b) [m[k], m[pivot]] = [b, a]
    for (let i = k + 1; i < n; i++) {
      const factor = cell(i, k) / cell(k, k)
      m[i] = (m[i] ?? a ?? new Float64Array()).map((value, j) => value - factor * cell(k, j))
    }
  }
  const x = new Array<number>(n).fill(0)
  for (let i = n - 1; i >= 0; i--) {
    let rest = cell(i, n)
    for (let j = i + 1; j < n; j++) rest -= cell(i, j) * (x[j] ?? 0)
    x[i] = rest / cell(i, i)
  }
  return x
}
