import { formatDate } from '@nansha/kit/i18n/format-time'
import { formatClock } from './format-clock'

/** A letter names the day; whoever reads it does so later. @param seconds Unix time */
export function formatLetterTime(seconds: number): string {
  return `${formatDate(seconds)} ${formatClock(seconds)}`
}
