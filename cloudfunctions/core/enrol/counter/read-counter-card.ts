import type { CounterEvent } from '@nansha/shared/api/counter'
import type { CardRead } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS } from '../../records/counter-applications'
import { MOST_CARD_READS } from '../read-card'
import { indexOf } from '../renew-index'
import { requireFreePhone } from '../require-free-phone'
import type { CounterPorts } from './approve-application'
import { readOwnApplication } from './require-officer'
import { counterPaths } from './uploads'

/**
 * Reads a side of the card that an officer holds, to save typing: the officer compares every field with the card. Nothing
 * of it is kept, and the photo is deleted whatever comes of it.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, ENROLMENT_UNKNOWN, INPUT_INVALID, ATTEMPTS_EXHAUSTED, CARD_…,
 *   IMAGE_…, PHONE_HOLDS_ANOTHER, SERVICE_UNAVAILABLE
 */
export async function readCounterCard(
  ports: Pick<CounterPorts, 'database' | 'numbers' | 'files' | 'storageRoot' | 'now' | 'readCard'>,
  account: AccountKey,
  { applicationId, side, card }: Extract<CounterEvent, { action: 'counter-read-card' }>,
): Promise<CardRead> {
  const { application } = await ports.database.transaction((transaction) =>
    readOwnApplication(ports, transaction, account, applicationId),
  )
  const file = (await ports.storageRoot()) + counterPaths(application.folders.at(-1) ?? '').card
  try {
    if (card !== file) throw new NanshaError('INPUT_INVALID', { field: 'card' })
    await countReading(ports, account, applicationId)
    const { digest, ...read } = await ports.readCard(card, side)
    const number = 'number' in read.fields ? read.fields.number.value : undefined
    if (number !== undefined && application.publicJwk && !application.guardian)
      await requireFreePhone(ports, application.publicJwk, await indexOf(ports, number))
    return { side, ...read }
  } finally {
    await ports.files.remove([file])
  }
}

function countReading(
  ports: Pick<CounterPorts, 'database' | 'now'>,
  account: AccountKey,
  applicationId: string,
): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    const { application } = await readOwnApplication(ports, transaction, account, applicationId)
    if (application.reads >= MOST_CARD_READS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    const reads = application.reads + 1
    await transaction.in(COUNTER_APPLICATIONS).update(applicationId, { reads })
  })
}
