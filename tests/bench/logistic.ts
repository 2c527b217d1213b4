import type { Similarities } from '@nansha/core/face/fuse'

export interface Weights {
  readonly bias: number
  readonly faceApi: number
  readonly sface: number
}

/**
 * Logistic regression by Newton's method, both classes weighing the same, so that its logit is the logarithm of a
 * likelihood ratio; given here to base 10.
 */
export function fitLogistic(genuine: readonly Similarities[], impostors: readonly Similarities[]): Weights {
  const rows = [
    ...genuine.map((pair) => ({ x: features(pair), y: 1, weight: 0.5 / genuine.length })),
    ...impostors.map((pair) => ({ x: features(pair), y: 0, weight: 0.5 / impostors.length })),
  ]
  let w = [0, 0, 0]
  for (let step = 0; step < 25; step++) {
    const gradient = [0, 0, 0]
    // A trace of ridge keeps the matrix invertible when the classes come apart.
    const hessian = [0, 1, 2].map((i) => [0, 1, 2].map((j) => (i === j ? 1e-6 : 0)))
    for (const { x, y, weight } of rows) {
      const p = 1 / (1 + Math.exp(-dot(w, x)))
      x.forEach((xi, i) => {
        gradient[i] = (gradient[i] as number) + weight * (y - p) * xi
        x.forEach((xj, j) => {
          const row = hessian[i] as number[]
          row[j] = (row[j] as number) + weight * p * (1 - p) * xi * xj
        })
      })
    }
    const change = solve(hessian, gradient)
    w = w.map((value, i) => value + (change[i] as number))
  }
  const [bias, faceApi, sface] = w.map((value) => value / Math.LN10) as [number, number, number]
  return { bias, faceApi, sface }
}

const features = ({ faceApi, sface }: Similarities): number[] => [1, faceApi, sface]

const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, value, index) => sum + value * (b[index] as number), 0)

/** Cramer's rule for three unknowns. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const whole = determinant(matrix)
  return [0, 1, 2].map(
    (column) =>
      determinant(
        matrix.map((row, i) => row.map((value, j) => (j === column ? (right[i] as number) : value))),
      ) / whole,
  )
}

function determinant(m: readonly (readonly number[])[]): number {
  const at = (i: number, j: number) => m[i]?.[j] as number
  return (
    at(0, 0) * (at(1, 1) * at(2, 2) - at(1, 2) * at(2, 1)) -
    at(0, 1) * (at(1, 0) * at(2, 2) - at(1, 2) * at(2, 0)) +
    at(0, 2) * (at(1, 0) * at(2, 1) - at(1, 1) * at(2, 0))
  )
}
