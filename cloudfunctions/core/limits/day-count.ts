import { dateInChina } from '@nansha/shared/age-in-china'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { CollectionToken, Stored, Transaction } from '../platform/database'

/** How many a subject may have on one day in China, and where they are counted. */
export interface DayCap<Field extends string> {
  readonly collection: CollectionToken<DayCount<Field>>
  /** The field of the collection that counts. */
  readonly field: Field
  readonly most: number
}

/** `_id` is `<subject>.<YYYY-MM-DD>`, the day as in China. */
type DayCount<Field extends string> = Stored & { readonly [F in Field]: number } & {
  readonly expiresAt: Date
}

/**
 * Where a count lies that begins anew with each day in China, and when it may be forgotten.
 *
 * @param subject whose count it is
 * @param now Unix milliseconds
 */
export function dayCount(subject: string, now: number): { readonly _id: string; readonly expiresAt: Date } {
  return { _id: `${subject}.${dateInChina(now)}`, expiresAt: new Date(now + 2 * DAY_MS) }
}

/**
 * Counts towards a subject's day, in the transaction whose work the count limits.
 *
 * @param now Unix milliseconds
 * @returns whether the cap allowed it; only then is it counted
 */
export async function countInDay<Field extends string>(
  transaction: Transaction,
  cap: DayCap<Field>,
  subject: string,
  now: number,
  added = 1,
): Promise<boolean> {
  const count = (await countedInDay(transaction, cap, subject, now)) + added
  if (count > cap.most) return false
  const day = { ...dayCount(subject, now), [cap.field]: count } as DayCount<Field>
  await transaction.in(cap.collection).put(day)
  return true
}

/** @param now Unix milliseconds */
export async function countedInDay<Field extends string>(
  transaction: Transaction,
  { collection, field }: DayCap<Field>,
  subject: string,
  now: number,
): Promise<number> {
  return (await transaction.in(collection).get(dayCount(subject, now)._id))?.[field] ?? 0
}
