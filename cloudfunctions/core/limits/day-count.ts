import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'

/**
 * Where a count lies that begins anew with each day in China, and when it may be forgotten.
 *
 * @param subject whose count it is
 * @param now Unix milliseconds
 */
export function dayCount(subject: string, now: number): { readonly _id: string; readonly expiresAt: Date } {
  return { _id: `${subject}.${dateInChina(now)}`, expiresAt: new Date(now + 2 * DAY_MS) }
}
