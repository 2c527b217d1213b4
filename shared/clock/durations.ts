/** Durations in milliseconds. */
export const SECOND_MS = 1000
export const MINUTE_MS = 60 * SECOND_MS
export const HOUR_MS = 60 * MINUTE_MS
export const DAY_MS = 24 * HOUR_MS

/** Durations in seconds, as signed messages count. */
export const HOUR_SECONDS = HOUR_MS / SECOND_MS
export const DAY_SECONDS = DAY_MS / SECOND_MS

/**
 * Unix seconds, as JOSE's NumericDate has them (RFC 7519 §2), rounded down.
 *
 * @param time a date, or Unix milliseconds
 */
export function unixSeconds(time: Date | number): number {
  return Math.floor(Number(time) / SECOND_MS)
}
