import { DAY_MS, HOUR_MS, MINUTE_MS } from '@nansha/shared/clock/durations'

/** How long the next try must wait after the third, fourth, … failure in a row; the last one stays. */
const WAITS_MS = [15 * MINUTE_MS, HOUR_MS, 6 * HOUR_MS, DAY_MS]

/** Failures without any wait: two slips on one number; a family's worth over all numbers; challenges that no living person answered. */
export const FREE_FAILURES = { number: 2, account: 6, filming: 10 } as const

/** Failures are forgotten after this long without another one. */
export const FORGOTTEN_AFTER_MS = 30 * DAY_MS

/** @returns milliseconds to wait after so many failures, of which the first `free` cost nothing */
export function lockOut(failures: number, free: number): number {
  const step = Math.min(failures - free, WAITS_MS.length)
  return step > 0 ? (WAITS_MS[step - 1] ?? 0) : 0
}
