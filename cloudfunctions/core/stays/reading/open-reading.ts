import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { countInDay } from '../../limits/day-count'
import type { Transaction } from '../../platform/database'
import type { AccountKey } from '../../records/account-key'
import { DOCUMENT_READINGS, type DocumentReading } from '../../records/document-readings'
import { READING_DAYS } from '../../records/reading-days'
import { readDesk, requireScenario } from '../../verify/require-entitlement'
import type { StayPorts } from '../stay-ports'

/** A guest stands at the desk for so long at most; then the document is photographed anew. */
export const READING_MS = 10 * MINUTE_MS

/** Of one guest. Each photo costs seconds of a large function. */
export const MOST_READS = 8
export const MOST_COMPARISONS = 3

/** Photos of a clerk's day: more guests than any desk sees, each photographed twice. */
export const PHOTOS_A_DAY = 800

const PHOTOS = { collection: READING_DAYS, field: 'count', most: PHOTOS_A_DAY } as const

/**
 * The caller's own reading, whose time has not run out, while their hotel may check guests in.
 *
 * @param now Unix milliseconds
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN
 */
export async function readOwnReading(
  transaction: Transaction,
  account: AccountKey,
  guest: string,
  now: number,
): Promise<DocumentReading> {
  const desk = await readDesk(transaction, account)
  requireScenario(desk, 'hotel', now)
  const reading = await transaction.in(DOCUMENT_READINGS).get(guest)
  if (
    reading?.staff !== account ||
    reading.organisationId !== desk.organisation._id ||
    reading.expiresAt.getTime() <= now
  )
    throw new NanshaError('READING_UNKNOWN')
  return reading
}

/** Counts a photo in the transaction that gives it a place. @throws NanshaError ATTEMPTS_EXHAUSTED */
export async function countPhoto(transaction: Transaction, account: AccountKey, now: number): Promise<void> {
  if (!(await countInDay(transaction, PHOTOS, account, now))) throw new NanshaError('ATTEMPTS_EXHAUSTED')
}

/** The place that is open for such a photo. @throws NanshaError READING_UNKNOWN when another or none is */
export function openPlaceOf({ open }: DocumentReading, of: 'document' | 'face'): string {
  if (open?.of !== of) throw new NanshaError('READING_UNKNOWN')
  return open.place
}

/** Closes that place: a second photo of it is not looked at. @throws NanshaError READING_UNKNOWN, and see {@link readOwnReading} */
export function takePlace(
  { database, now }: Pick<StayPorts, 'database' | 'now'>,
  account: AccountKey,
  guest: string,
  place: string,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const { open } = await readOwnReading(transaction, account, guest, now())
    if (open?.place !== place) throw new NanshaError('READING_UNKNOWN')
    await transaction.in(DOCUMENT_READINGS).update(guest, { open: null })
  })
}
