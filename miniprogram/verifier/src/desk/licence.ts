const WARN_BEFORE_SECONDS = 30 * 86_400

/** @returns whether the desk should remind its manager: the licence ends within 30 days. Both in Unix seconds. */
export function licenceEndsSoon(licenceExpiresAt: number, now: number): boolean {
  return licenceExpiresAt - now < WARN_BEFORE_SECONDS
}
