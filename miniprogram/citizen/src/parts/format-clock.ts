import { formatTime } from '@nansha/kit/i18n/format-time'

/** @param seconds Unix time. @returns the local time to the minute, `18:05` */
export function formatClock(seconds: number): string {
  return formatTime(seconds).slice(0, 5)
}
