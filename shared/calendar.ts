import { plainWidth } from './plain-text'

/** Whether a text is a day that the Gregorian calendar has, written `YYYY-MM-DD` (ISO 8601). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  const date = new Date(`${text}T00:00:00Z`)
  // Engines differ in what they make of 30 February: no date, or 2 March.
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

const EIGHT_DIGITS = /^(\d{4})(\d{2})(\d{2})$/
const THREE_NUMBERS =
  /^(\d{4})(?:\s*[年./,，。、·_\u002d\u2010-\u2015\u2212]\s*|\s+)(\d{1,2})(?:\s*[月./,，。、·_\u002d\u2010-\u2015\u2212]\s*|\s+)(\d{1,2})\s*[日号號]?$/

/**
 * Reads a day as people type it: `2036年5月20日`, `2036.5.20`, `2036/05/20`, `20360520`, in digits of either width.
 *
 * @returns `YYYY-MM-DD`, or undefined for what is no day of the calendar or could be more than one
 */
export function parseTypedDay(text: string): string | undefined {
  const typed = plainWidth(text).trim()
  const [, year = '', month = '', date = ''] = EIGHT_DIGITS.exec(typed) ?? THREE_NUMBERS.exec(typed) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  return isDay(day) ? day : undefined
}
