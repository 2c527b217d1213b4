/** Pearson's correlation of two rows of equal length, −1 … 1; NaN where one of them does not vary. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [p, q] = [mean(a), mean(b)]
  let [product, pp, qq] = [0, 0, 0]
  for (let index = 0; index < a.length; index++) {
    const [x, y] = [(a[index] ?? 0) - p, (b[index] ?? 0) - q]
    product += x * y
    pp += x * x
    qq += y * y
  }
  return product / Math.sqrt(pp * qq)
}

function mean(values: ArrayLike<number>): number {
  let sum = 0
  for (let index = 0; index < values.length; index++) sum += values[index] ?? 0
  return sum / values.length
}
