/** Source of numbers uniform in [0, 1). */
export type Random = () => number

/** The same seed always gives the same sequence (mulberry32): specimens must be reproducible, not unpredictable. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Uniform in [low, high). */
export function between(random: Random, low: number, high: number): number {
  return low + random() * (high - low)
}
