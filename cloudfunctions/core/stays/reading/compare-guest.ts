import type { PhotoPlace } from '@nansha/shared/api/guest-document'
import type { FacesCompared } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import { compareAtDesk } from '../../clients/compare-at-desk'
import type { AccountKey } from '../../records/account-key'
import { DOCUMENT_READINGS } from '../../records/document-readings'
import { readingPath, readPortraitPath } from '../../records/reading-files'
import { countPhoto, MOST_COMPARISONS, openPlaceOf, readOwnReading, takePlace } from './open-reading'
import type { ReadingPorts } from './reading-ports'

/**
 * Gives a clerk a place for one photo of the guest whose card was read, and who has consented to it.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN when no card of theirs was read, ATTEMPTS_EXHAUSTED
 */
export async function photographGuest(
  { database, now, randomId }: Pick<ReadingPorts, 'database' | 'now' | 'randomId'>,
  account: AccountKey,
  { guest }: { readonly guest: string },
): Promise<PhotoPlace> {
  const place = randomId()
  await database.transaction(async (transaction) => {
    const reading = await readOwnReading(transaction, account, guest, now())
    // A passport's machine-readable zone has no portrait, and what was compared is not compared again.
    if (!reading.read || reading.read.kind === 'passport' || reading.faces !== null)
      throw new NanshaError('READING_UNKNOWN')
    if (reading.comparisons >= MOST_COMPARISONS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await countPhoto(transaction, account, now())
    await transaction.in(DOCUMENT_READINGS).update(guest, {
      places: [...reading.places, place],
      open: { place, of: 'face' },
      comparisons: reading.comparisons + 1,
    })
  })
  return { upload: readingPath(place) }
}

/**
 * Compares the photo of the guest with the portrait that is printed on their card. It decides nothing: the clerk does, and the register
 * remembers what the clerk had been told. The photo is deleted whatever comes of it; the portrait with the answer.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN, INPUT_INVALID for another file, FACE_… or IMAGE_… when the photo cannot be
 *   judged, CARD_PORTRAIT_UNCLEAR when the portrait cannot, SERVICE_UNAVAILABLE
 */
export async function compareGuest(
  ports: Pick<ReadingPorts, 'database' | 'now' | 'storageRoot' | 'matchFaces' | 'files'>,
  account: AccountKey,
  { guest, photo }: { readonly guest: string; readonly photo: string },
): Promise<FacesCompared> {
  const { database, now } = ports
  const reading = await database.transaction((transaction) =>
    readOwnReading(transaction, account, guest, now()),
  )
  const root = await ports.storageRoot()
  const place = openPlaceOf(reading, 'face')
  const file = root + readingPath(place)
  const reference = root + readPortraitPath(guest)
  try {
    if (!reading.read || reading.read.kind === 'passport') throw new NanshaError('READING_UNKNOWN')
    if (photo !== file) throw new NanshaError('INPUT_INVALID', { field: 'photo' })
    await takePlace(ports, account, guest, place)
    const portrait = { fileId: reference, digest: reading.read.portraitDigest }
    const answer = await compareAtDesk(ports.matchFaces, file, portrait, 'CARD_PORTRAIT_UNCLEAR')
    await database.transaction(async (transaction) => {
      const { reads, read } = await readOwnReading(transaction, account, guest, now())
      // Of another photo of the card than the one that the face was compared with.
      if (!read || reads !== reading.reads) throw new NanshaError('READING_UNKNOWN')
      await transaction.in(DOCUMENT_READINGS).update(guest, { faces: answer })
    })
    await ports.files.remove([reference])
    return { answer }
  } finally {
    await ports.files.remove([file])
  }
}
