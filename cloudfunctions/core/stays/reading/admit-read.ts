import { GuestDocument, type ReadGuest } from '@nansha/shared/api/guest-document'
import type { WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { NanshaError } from '@nansha/shared/errors'
import { permitCountryOf } from '@nansha/shared/identity-document'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import * as v from 'valibot'
import { waitForRoom } from '../../guests/wait-for-room'
import { insertWaiting } from '../../limits/waiting-party'
import type { AccountKey } from '../../records/account-key'
import { DOCUMENT_READINGS, type DocumentReading, type ReadDocument } from '../../records/document-readings'
import { discardReading } from '../../records/reading-files'
import { WAITING_GUESTS } from '../../records/waiting-guests'
import { requireEntitlement } from '../../verify/require-entitlement'
import { waitingView } from '../admit-guest'
import { readDocument } from '../read-document'
import { readOwnReading } from './open-reading'
import type { ReadingPorts } from './reading-ports'

/**
 * Lets somebody wait for a room by the document that was photographed and compared. Nothing of the reading stays but what the register
 * keeps: the number goes to the authority alone. The same again, whose answer was lost, is no second guest.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN when nothing was read for this stay, INPUT_INVALID when a field is
 *   missing that was not read, RECEIVER_MISSING, STAY_FULL, and see {@link readDocument}
 */
export async function admitRead(
  ports: Pick<ReadingPorts, 'database' | 'now' | 'sealForReceiver' | 'files' | 'storageRoot'>,
  account: AccountKey,
  asked: { readonly stay: string; readonly guest: string; readonly document: ReadGuest },
): Promise<WaitingGuestView> {
  const { database, now } = ports
  const desk = await requireEntitlement(ports, account, 'hotel')
  const waiting = await database.in(WAITING_GUESTS).get(asked.guest)
  if (waiting) {
    if (waiting.organisationId !== desk.organisation._id || waiting.stayId !== asked.stay)
      throw new NanshaError('STAY_UNKNOWN')
    return waitingView(waiting)
  }
  const reading = await database.transaction((transaction) =>
    readOwnReading(transaction, account, asked.guest, now()),
  )
  const { read, faces } = reading
  if (reading.stayId !== asked.stay || !read) throw new NanshaError('READING_UNKNOWN')
  const known = readDocument(joinDocument(read, asked.document), now())
  const identified = { read: 'camera', ...(faces !== null && { faces }) } as const
  const guest = await waitForRoom(ports, desk, asked, { ...known, identified })
  const changed = await database.transaction(async (transaction) => {
    const current = await readOwnReading(transaction, account, asked.guest, now())
    if (!isSame(current, reading)) throw new NanshaError('READING_UNKNOWN')
    await insertWaiting(transaction, guest, now())
    await transaction.in(DOCUMENT_READINGS).remove(asked.guest)
    return current
  })
  await discardReading(ports, changed)
  return waitingView(guest)
}

/** Ends a reading without a guest. @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, READING_UNKNOWN for anybody else's */
export async function discardRead(
  ports: Pick<ReadingPorts, 'database' | 'now' | 'files' | 'storageRoot'>,
  account: AccountKey,
  { guest }: { readonly guest: string },
): Promise<void> {
  const { database, now } = ports
  const reading = await database.transaction(async (transaction) => {
    const own = await readOwnReading(transaction, account, guest, now())
    await transaction.in(DOCUMENT_READINGS).update(guest, { open: null, read: null })
    return own
  })
  await discardReading(ports, reading)
}

/** What was read, with what the clerk corrected or added. @throws NanshaError INPUT_INVALID */
function joinDocument(read: ReadDocument, said: ReadGuest): GuestDocument {
  const parsed = v.safeParse(GuestDocument, joinFields(read, said))
  if (!parsed.success) throw new NanshaError('INPUT_INVALID', { field: 'document' })
  return parsed.output
}

function joinFields(read: ReadDocument, said: ReadGuest): object {
  if (read.kind !== said.kind) throw new NanshaError('INPUT_INVALID', { field: 'document.kind' })
  if (read.kind === 'passport') return { ...said, mrz: read.mrz }
  const parsed = parseResidentNumber(read.number)
  if (!parsed.ok) throw new NanshaError(parsed.code)
  if (read.kind === 'permanent-resident') {
    const { number, nationality, validUntil } = read
    const { sex, birthdate } = parsed
    return { ...said, number, nationality, validUntil, sex, birthdate }
  }
  const { number, ethnicity, address } = read
  if (said.kind === 'card') return { ethnicity, address, ...said, idNumber: number }
  const from = permitCountryOf(parsed.number)
  return { address, ...said, number: parsed.number, from, sex: parsed.sex, birthdate: parsed.birthdate }
}

/** Nothing was photographed or compared since. */
function isSame(a: DocumentReading, b: DocumentReading): boolean {
  return a.reads === b.reads && a.comparisons === b.comparisons && a.faces === b.faces
}
