import { formatTime } from './format-time'
import type { Language } from './language'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const
const NO_BREAK = '\u00a0'
/** A line may break after any Chinese character, unless this one, which nobody sees, stands behind it. */
export const JOINER = '\u2060'
const NEAR = {
  zh: { '-1': join('昨', '天'), '0': join('今', '天'), '1': join('明', '天') },
  en: { '-1': 'yesterday', '0': 'today', '1': 'tomorrow' },
} as const

/**
 * A day as people say it: 今天, 11月27日, 2027年11月26日; today, 27 Nov, 26 Nov 2027. No line breaks within it.
 * Local time, spelt out because mini-programs lack Intl.
 *
 * @param seconds Unix time
 * @param now Unix milliseconds
 */
export function describeDay(seconds: number, now: number, language: Language): string {
  const at = new Date(seconds * 1000)
  const today = new Date(now)
  const near = NEAR[language][String(daysBetween(today, at)) as '-1' | '0' | '1']
  if (near !== undefined) return near
  const year = at.getFullYear() === today.getFullYear() ? undefined : at.getFullYear()
  if (language === 'zh') {
    const day = [at.getMonth() + 1, '月', at.getDate(), '日']
    return year === undefined ? join(...day) : join(year, '年', ...day)
  }
  return [at.getDate(), MONTHS[at.getMonth()], year].filter((part) => part !== undefined).join(NO_BREAK)
}

/** The same with the time of day, `今天 22:05`. */
export function describeMoment(seconds: number, now: number, language: Language): string {
  return describeDay(seconds, now, language) + NO_BREAK + formatTime(seconds).slice(0, 5)
}

function join(...parts: readonly (number | string)[]): string {
  return parts.join(JOINER)
}

/** @returns whole days from one local day to the other */
function daysBetween(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime()
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}
