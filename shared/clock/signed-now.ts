import { NanshaError } from '../errors'

/** A clock may be this slow before it is taken to have been set back. */
const SLOW_SECONDS = 60

/**
 * The time to verify with when there is no network: this device's, but never before the newest time that the issuer
 * signed, so that setting the clock back does not bring expired codes to life.
 *
 * @param local this device's clock, Unix seconds
 * @param signed the newest signed time seen, Unix seconds
 * @throws NanshaError CLOCK_BEHIND
 */
export function signedNow(local: number, signed: number): number {
  if (local < signed - SLOW_SECONDS) throw new NanshaError('CLOCK_BEHIND')
  return Math.max(local, signed)
}
