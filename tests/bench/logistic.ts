/**
 * Logistic regression on one score by Newton's method, both classes weighing the same, so that
 * `bias + slope · score` is the natural logarithm of a likelihood ratio.
 */
export function fitLogistic(
  genuine: Float32Array,
  impostors: Float32Array,
): { readonly bias: number; readonly slope: number } {
  let bias = 0
  let slope = 0
  for (let step = 0; step < 25; step++) {
    // Gradient and Hessian of the log-likelihood; a trace of ridge where the classes come apart.
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6]
    const add = (scores: Float32Array, label: number) => {
      const weight = 0.5 / scores.length
      for (const score of scores) {
        const p = 1 / (1 + Math.exp(-(bias + slope * score)))
        const curvature = weight * p * (1 - p)
        g0 += weight * (label - p)
        g1 += weight * (label - p) * score
        h00 += curvature
        h01 += curvature * score
        h11 += curvature * score * score
      }
    }
    add(genuine, 1)
    add(impostors, 0)
    const determinant = h00 * h11 - h01 * h01
    bias += (h11 * g0 - h01 * g1) / determinant
    slope += (h00 * g1 - h01 * g0) / determinant
  }
  return { bias, slope }
}
