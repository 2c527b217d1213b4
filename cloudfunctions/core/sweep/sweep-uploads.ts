import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { forEachSettled } from '../function/for-each-settled'
import type { CollectionToken, Stored } from '../platform/database'
import type { SweepPorts } from './sweep-ports'

/** An upload that was let in just before the end may still be on its way: its file is deleted after it arrived. */
const UPLOADS_LAND_WITHIN_MS = 10 * MINUTE_MS

type WithUploads = Stored & { readonly expiresAt: Date; readonly challenges?: readonly string[] }

/**
 * Deletes the photos, then the record, of everything in a collection that is past its time, decided or not. A record whose
 * photos could not be deleted stays for the next round, and keeps no other from going.
 *
 * @param removePhotos deletes whatever may have been uploaded for a record
 * @returns how many records went
 * @throws AggregateError after the last one, when some stayed
 */
export async function sweepWithUploads<T extends WithUploads>(
  { database, now }: Pick<SweepPorts, 'database' | 'now'>,
  collection: CollectionToken<T>,
  removePhotos: (record: T) => Promise<void>,
): Promise<number> {
  const records = database.in(collection)
  const before = new Date(now() - UPLOADS_LAND_WITHIN_MS)
  let swept = 0
  const remove = async (record: T) => {
    await removePhotos(record)
    await records.remove(record._id)
    swept++
  }
  const expired = records.scan({ expiresAt: database.command.lt(before) })
  await forEachSettled(expired, remove, (count) => `Of ${collection.name} ${count} photos stayed.`)
  return swept
}
