import { HOUR_MS } from './clock/durations'

/** Under this age a guardian consents, at a counter (PIPL art. 31). */
export const AGE_OF_OWN_CONSENT = 14
/** Under this age a person is a minor: acts as no guardian, and a hotel has duties (民法典, article 17). */
export const FULL_AGE = 18

/**
 * Full years of life; who was born on 29 February turns a year older on 1 March of a common year.
 *
 * @param birthdate `YYYY-MM-DD`
 * @param now Unix milliseconds
 */
export function ageInChina(birthdate: string, now: number): number {
  const today = dateInChina(now)
  const years = Number(today.slice(0, 4)) - Number(birthdate.slice(0, 4))
  return today.slice(4) < birthdate.slice(4) ? years - 1 : years
}

/** `YYYY-MM-DD` at UTC+8, which has no summer time. */
export function dateInChina(now: number): string {
  return timeInChina(now).slice(0, 10)
}

/** `YYYY-MM-DD hh:mm` at UTC+8. */
export function timeInChina(now: number): string {
  return new Date(now + 8 * HOUR_MS).toISOString().slice(0, 16).replace('T', ' ')
}

/** @param day `YYYY-MM-DD`. @returns Unix milliseconds of its midnight at UTC+8 */
export function startOfDayInChina(day: string): number {
  return Date.parse(`${day}T00:00:00+08:00`)
}
