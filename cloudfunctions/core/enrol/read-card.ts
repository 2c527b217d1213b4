import type { CardRead, EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { type CardReading, ENROLMENTS, type Enrolment, READING } from '../records/enrolments'
import { requireOneDocument } from './applicant-claims'
import type { EnrolPorts } from './enrol-ports'
import { requireAsked } from './require-asked'
import { requireOpen } from './require-open'
import { uploadPaths } from './uploads'

/** Photos of a card that one enrolment or application may have read: each costs a second of a large function. */
export const MOST_CARD_READS = 8

/**
 * Reads a side of the card while the citizen goes on, and remembers, sealed, what was read: of all that, the submission
 * may correct the name, the ethnic group and, as far as the photo bears it out, the address.
 *
 * @throws NanshaError ENROLMENT_…, INPUT_INVALID, ATTEMPTS_EXHAUSTED, CARD_…, IMAGE_…, SERVICE_UNAVAILABLE
 */
export async function readCard(
  ports: Pick<EnrolPorts, 'database' | 'storageRoot' | 'now' | 'envelopes' | 'readCard' | 'registry'>,
  account: AccountKey,
  { enrolmentId, side, card }: Extract<EnrolEvent, { action: 'read-card' }>,
): Promise<CardRead> {
  const { database, now } = ports
  const path = uploadPaths(enrolmentId)[side === 'portrait' ? 'card' : 'emblem']
  if (card !== (await ports.storageRoot()) + path) throw new NanshaError('INPUT_INVALID', { field: 'card' })
  await database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.in(ENROLMENTS).get(enrolmentId), account, now())
    if (enrolment.recheck) throw new NanshaError('ENROLMENT_UNKNOWN')
    if (enrolment.reads >= MOST_CARD_READS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    // The photo that was read before has been replaced.
    const { [side]: former, ...kept } = openReading(ports, enrolment)
    const reading = former ? READING.seal(ports.envelopes, enrolmentId, kept) : enrolment.reading
    await transaction.in(ENROLMENTS).update(enrolmentId, { reads: enrolment.reads + 1, reading })
  })

  const { digest, ...read } = await ports.readCard(card, side)
  if ('number' in read.fields) requireAsked(ports.registry, read.fields.number.value)
  const values = Object.fromEntries(Object.entries(read.fields).map(([name, { value }]) => [name, value]))
  const document = 'document' in read ? { document: read.document } : {}
  await database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.in(ENROLMENTS).get(enrolmentId), account, now())
    const reading = { ...openReading(ports, enrolment), [side]: { ...values, ...document, digest } }
    requireOneDocument(reading)
    const sealed = READING.seal(ports.envelopes, enrolmentId, reading)
    await transaction.in(ENROLMENTS).update(enrolmentId, { reading: sealed })
  })
  return { side, ...read }
}

/** What was read of the card so far. */
export function openReading(
  { envelopes }: Pick<EnrolPorts, 'envelopes'>,
  { _id, reading }: Enrolment,
): CardReading {
  return reading === null ? {} : READING.open(envelopes, { _id, reading })
}
