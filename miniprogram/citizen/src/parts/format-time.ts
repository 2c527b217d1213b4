const CHINA_OFFSET_MS = 8 * 3_600_000

/** Places and desks are in China, so times are told at UTC+8 wherever the phone thinks it is. */
function inChina(unixSeconds: number): string {
  return new Date(unixSeconds * 1000 + CHINA_OFFSET_MS).toISOString()
}

/** @returns `2027-11-23` */
export function formatDay(unixSeconds: number): string {
  return inChina(unixSeconds).slice(0, 10)
}

/** @returns `2026-11-23 18:05` */
export function formatMinute(unixSeconds: number): string {
  return inChina(unixSeconds).slice(0, 16).replace('T', ' ')
}

/** @returns `18:05` */
export function formatClock(unixSeconds: number): string {
  return inChina(unixSeconds).slice(11, 16)
}
