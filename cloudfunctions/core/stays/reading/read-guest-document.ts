import { dateInChina } from '@nansha/shared/age-in-china'
import type { DocumentRead } from '@nansha/shared/api/guest-document'
import { NanshaError } from '@nansha/shared/errors'
import { identityDocumentOf } from '@nansha/shared/identity-document'
import type { ReadSide } from '../../clients/read-card'
import { photoDigest } from '../../image/photo-digest'
import type { AccountKey } from '../../records/account-key'
import { DOCUMENT_READINGS, type DocumentReading, type ReadDocument } from '../../records/document-readings'
import { discardReading, readingPath, readPortraitPath } from '../../records/reading-files'
import { readPassport } from '../read-passport'
import { openPlaceOf, readOwnReading, takePlace } from './open-reading'
import type { ReadingPorts } from './reading-ports'

/**
 * Reads the photo of a guest's document. Of the number the clerk is told the last four characters; the rest stays here, sealed, until the
 * guest is registered. The photo is deleted whatever comes of it. The portrait that is printed on a card is kept until a face was compared with
 * it, the guest is registered or the reading ends.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN, INPUT_INVALID for another file, CARD_…, ZONE_UNREADABLE, IMAGE_…: what the
 *   next photo should do better; SERVICE_UNAVAILABLE
 */
export async function readGuestDocument(
  ports: ReadingPorts,
  account: AccountKey,
  { guest, photo }: { readonly guest: string; readonly photo: string },
): Promise<DocumentRead> {
  const { database, now } = ports
  const reading = await database.transaction((transaction) =>
    readOwnReading(transaction, account, guest, now()),
  )
  const place = openPlaceOf(reading, 'document')
  const file = (await ports.storageRoot()) + readingPath(place)
  let isKept = false
  try {
    if (photo !== file) throw new NanshaError('INPUT_INVALID', { field: 'photo' })
    await takePlace(ports, account, guest, place)
    const { read, portrait } = await readPhoto(ports, reading, file)
    if (portrait) await ports.files.upload(readPortraitPath(guest), portrait)
    await database.transaction(async (transaction) => {
      const { open, reads } = await readOwnReading(transaction, account, guest, now())
      // A newer photo was asked for meanwhile, or the guest was registered.
      if (open !== null || reads !== reading.reads) throw new NanshaError('READING_UNKNOWN')
      await transaction.in(DOCUMENT_READINGS).update(guest, { read })
    })
    isKept = true
    await ports.files.remove([file])
    return answerRead(read, now())
  } finally {
    if (!isKept) await discardReading(ports, reading)
  }
}

async function readPhoto(
  ports: Pick<ReadingPorts, 'readCard' | 'readZone' | 'now'>,
  { document }: DocumentReading,
  file: string,
): Promise<{ readonly read: ReadDocument; readonly portrait?: Buffer }> {
  if (document === 'passport') {
    const { zone } = await ports.readZone(file)
    try {
      readPassport(zone, dateInChina(ports.now()))
    } catch {
      // The zone was read and not typed, so a wrong check digit is a fault of the photo.
      throw new NanshaError('ZONE_UNREADABLE')
    }
    return { read: { kind: 'passport', mrz: zone } }
  }
  const { fields, portrait } = await ports.readCard(file, 'portrait')
  const printed = Buffer.from(portrait, 'base64')
  return { read: readSide(fields, photoDigest(printed)), portrait: printed }
}

function readSide(fields: ReadSide<'portrait'>['fields'], portraitDigest: string): ReadDocument {
  const [name, number] = [fields.name.value, fields.number.value]
  if ('nationality' in fields) {
    const { chineseName, nationality, validUntil } = fields
    return {
      kind: 'permanent-resident',
      name,
      number,
      chineseName: chineseName.value,
      nationality: nationality.value,
      validUntil: validUntil.value,
      portraitDigest,
    }
  }
  const { ethnicity, address } = fields
  return {
    kind: identityDocumentOf(number) === 'resident-id-card' ? 'card' : 'permit',
    name,
    number,
    ethnicity: ethnicity.value,
    address: address.value,
    sure: { ethnicity: !ethnicity.confirm, address: !address.confirm },
    portraitDigest,
  }
}

/** What the clerk compares with the document: the names always, and whatever was read badly. */
function answerRead(read: ReadDocument, now: number): DocumentRead {
  if (read.kind === 'passport') {
    const { name, number } = readPassport(read.mrz, dateInChina(now))
    return { kind: 'passport', name, last4: number.slice(-4) }
  }
  if (read.kind === 'permanent-resident') {
    const { kind, name, number, chineseName } = read
    return { kind, name, last4: number.slice(-4), ...(chineseName !== '' && { chineseName }) }
  }
  const { kind, name, number, ethnicity, address, sure } = read
  return {
    kind,
    name,
    last4: number.slice(-4),
    ...(kind === 'card' && !sure.ethnicity && { ethnicity }),
    ...(!sure.address && { address }),
  }
}
