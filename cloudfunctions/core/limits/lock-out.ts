const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** How long the next try must wait after the third, fourth, … failure in a row; the last one stays. */
const WAITS_MS = [15 * MINUTE, HOUR, 6 * HOUR, 24 * HOUR]

/** Failures without any wait: two slips on one number; a family's worth over all numbers; challenges that no living person answered. */
export const FREE_FAILURES = { number: 2, account: 6, filming: 10 } as const

/** Failures are forgotten after this much peace. */
export const FORGOTTEN_AFTER_MS = 30 * 24 * HOUR

/** @returns milliseconds to wait after so many failures, of which the first `free` cost nothing */
export function lockOut(failures: number, free: number): number {
  const step = Math.min(failures - free, WAITS_MS.length)
  return step > 0 ? (WAITS_MS[step - 1] ?? 0) : 0
}
