import { utcTime } from './time-zones'

const DAY = 86_400_000

/** A moment as the clocks and calendars of a zone show it. */
export interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** 1 is Sunday. */
  readonly dayOfWeek: number
  /** 1 is Monday. */
  readonly isoDayOfWeek: number
  readonly dayOfYear: number
  /** Weeks begin on Sundays; days before the first one are in week 0. */
  readonly week: number
  /** ISO 8601: weeks begin on Mondays, the first has the year's first Thursday. */
  readonly isoWeek: number
  readonly isoWeekYear: number
}

/** @param local milliseconds that the zone's clocks show, counted as if they showed UTC */
export function readMoment(local: number): Moment {
  const date = new Date(local)
  const year = date.getUTCFullYear()
  const today = Math.floor(local / DAY) * DAY
  const dayOfYear = Math.round((today - utcTime(year, 1, 1)) / DAY) + 1
  const weekday = date.getUTCDay()
  const isoDayOfWeek = weekday === 0 ? 7 : weekday
  // The week belongs to the year of its Thursday.
  const thursday = new Date(today + (4 - isoDayOfWeek) * DAY)
  const isoWeekYear = thursday.getUTCFullYear()
  return {
    year,
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfWeek: weekday + 1,
    isoDayOfWeek,
    dayOfYear,
    week: Math.floor((dayOfYear + 6 - weekday) / 7),
    isoWeek: Math.floor(Math.round((thursday.getTime() - utcTime(isoWeekYear, 1, 1)) / DAY) / 7) + 1,
    isoWeekYear,
  }
}

/** The day of an ISO week, as if in UTC; weeks and days beyond their range carry over. */
export function isoDate(isoWeekYear: number, isoWeek: number, isoDayOfWeek: number): number {
  const fourth = utcTime(isoWeekYear, 1, 4)
  const monday = fourth - (readMoment(fourth).isoDayOfWeek - 1) * DAY
  return monday + ((isoWeek - 1) * 7 + (isoDayOfWeek - 1)) * DAY
}
