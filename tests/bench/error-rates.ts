/** False match rates at which false non-match rates are reported. */
export const FMR_POINTS = ['1e-2', '1e-3', '1e-4', '1e-5'] as const

export interface ErrorRates {
  /** Mean of the rates of accepted genuine and refused impostor pairs, at the threshold that is best on this very set. */
  readonly accuracy: number
  /** Share of genuine pairs refused when the share of accepted impostor pairs is at most the key. */
  readonly fnmr: Readonly<Record<(typeof FMR_POINTS)[number], number>>
}

const BINS = 1 << 20

/** Counts scores in a million bins, so that a hundred million of them fit in memory. */
export class Histogram {
  readonly bins = new Float64Array(BINS)
  count = 0
  constructor(
    readonly low: number,
    readonly high: number,
  ) {}

  add(score: number): void {
    const bin = Math.floor(((score - this.low) / (this.high - this.low)) * BINS)
    const inside = Math.min(BINS - 1, Math.max(0, bin))
    this.bins[inside] = (this.bins[inside] as number) + 1
    this.count++
  }

  /** The lowest threshold at which at most `share` of the scores are at or above it. */
  threshold(share: number): number {
    let above = 0
    let bin = BINS
    while (bin > 0 && above + (this.bins[bin - 1] as number) <= share * this.count)
      above += this.bins[--bin] as number
    return this.low + (bin / BINS) * (this.high - this.low)
  }
}

/** @param impostors scores of pairs of different people */
export function errorRates(genuine: readonly number[], impostors: Histogram): ErrorRates {
  const refused = (threshold: number) => genuine.filter((score) => score < threshold).length / genuine.length
  const fnmr = Object.fromEntries(
    FMR_POINTS.map((point) => [point, refused(impostors.threshold(Number(point)))]),
  )
  return { accuracy: bestAccuracy(genuine, impostors), fnmr: fnmr as ErrorRates['fnmr'] }
}

function bestAccuracy(genuine: readonly number[], impostors: Histogram): number {
  const ascending = [...genuine].sort((a, b) => a - b)
  let best = 0
  let below = 0
  let accepted = ascending.length
  const width = (impostors.high - impostors.low) / BINS
  for (let bin = 0; bin < BINS; bin++) {
    const threshold = impostors.low + bin * width
    while (accepted > 0 && (ascending[ascending.length - accepted] as number) < threshold) accepted--
    best = Math.max(best, (accepted / ascending.length + below / impostors.count) / 2)
    below += impostors.bins[bin] as number
  }
  return best
}
