/**
 * How long a stay is kept after its last day. Published sources on the register of hotels' guests contradict each other, and
 * provinces set their own rules: three years is an assumption of this project, to be replaced by the region's own.
 */
const ASSUMED_DAYS = 3 * 365

/** @throws Error when `NANSHA_STAYS_KEPT_DAYS` is set and no number of days */
export function readKeptDays(environment: NodeJS.ProcessEnv): number {
  const text = environment.NANSHA_STAYS_KEPT_DAYS
  if (text === undefined) return ASSUMED_DAYS
  if (!/^[1-9]\d{0,4}$/.test(text)) throw new Error('NANSHA_STAYS_KEPT_DAYS must be a number of days.')
  return Number(text)
}
