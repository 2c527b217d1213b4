import { errorRates, Histogram } from './error-rates'
import { fitLogistic } from './logistic'

/** Similarities of many pairs, by column: a hundred million objects would not fit in memory. */
export interface Columns {
  readonly faceApi: Float32Array
  readonly sface: Float32Array
}

export interface Weights {
  readonly bias: number
  readonly faceApi: number
  readonly sface: number
}

/** Every so many impostor pairs one takes part in fitting the scale. */
const SAMPLE = 25

/**
 * The linear rule that refuses the fewest genuine pairs where strangers are all but excluded. Logistic regression over
 * both matchers would look for the rule that is best in the middle, where no threshold of this project lies; so the mix is
 * searched in tenths, and the regression only gives the mixed score its scale: a decimal log-likelihood ratio.
 */
export function chooseWeights(genuine: Columns, impostors: Columns): Weights {
  const mixes = Array.from({ length: 11 }, (_, tenth) => tenth / 10)
  const costs = mixes.map((mix) => cost(mixed(genuine, mix), mixed(impostors, mix)))
  const mix = mixes[costs.indexOf(Math.min(...costs))] as number
  const sample = mixed(impostors, mix).filter((_, index) => index % SAMPLE === 0)
  const { bias, slope } = fitLogistic(mixed(genuine, mix), sample)
  const round = (value: number) => Number((value / Math.LN10).toFixed(4))
  return { bias: round(bias), faceApi: round(slope * mix), sface: round(slope) }
}

function mixed({ faceApi, sface }: Columns, mix: number): Float32Array {
  return sface.map((value, index) => value + mix * (faceApi[index] as number))
}

/** Genuine pairs refused, summed over the false match rates from 1e-3 on. */
function cost(genuine: Float32Array, impostors: Float32Array): number {
  const histogram = new Histogram(-3, 1)
  for (const score of impostors) histogram.add(score)
  const { fnmr } = errorRates([...genuine], histogram)
  return fnmr['1e-3'] + fnmr['1e-4'] + fnmr['1e-5']
}
