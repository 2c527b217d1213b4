import { NanshaError } from '@nansha/shared/errors'
import { freeSlot } from '../limits/slots'
import type { AccountKey } from '../records/account-key'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import { openCap } from './begin-enrolment'
import type { EnrolPorts } from './enrol-ports'
import { requireOpen } from './require-open'
import { possibleFiles } from './uploads'

type Ports = Pick<EnrolPorts, 'database' | 'files' | 'index' | 'now' | 'storageRoot'>

/** What the record of an enrolment need not keep once it is closed. */
const FORGOTTEN = { reading: null, checked: null, session: null } as const

/**
 * Takes an enrolment out of the citizen's hands: of two submissions of the same one, one gets it.
 *
 * @param deviceId the phone whose holder shows their face again; null for an enrolment
 * @returns what was known until now; the record forgets what was read
 * @throws NanshaError ENROLMENT_…, of {@link requireOpen}
 */
export function takeEnrolment(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now'>,
  account: AccountKey,
  enrolmentId: string,
  deviceId: string | null = null,
): Promise<Enrolment> {
  return ports.database.transaction(async (transaction) => {
    const known = await transaction.in(ENROLMENTS).get(enrolmentId)
    const enrolment = requireOpen(known, account, ports.now())
    if ((enrolment.recheck?.deviceId ?? null) !== deviceId) throw new NanshaError('ENROLMENT_UNKNOWN')
    await transaction.in(ENROLMENTS).update(enrolmentId, { state: 'taken', ...FORGOTTEN })
    await freeSlot(transaction, openCap(ports, account), enrolmentId, ports.now())
    return enrolment
  })
}

/** Deletes what was uploaded. The record stays until it expires, so that a second submission learns it was used. */
export async function discardUploads(
  ports: Pick<Ports, 'files' | 'storageRoot'>,
  enrolment: Pick<Enrolment, '_id' | 'challenges'>,
): Promise<void> {
  await ports.files.remove(possibleFiles(await ports.storageRoot(), enrolment))
}

/**
 * Ends an enrolment that the citizen gave up. Cancelling one that is already gone changes nothing. The record stays until
 * it expires, for the sweep: an upload may still be on its way.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN for another account's, ENROLMENT_USED while it is being decided
 */
export async function cancelEnrolment(ports: Ports, account: AccountKey, enrolmentId: string): Promise<void> {
  const cancelled = await ports.database.transaction(async (transaction) => {
    const enrolment = await transaction.in(ENROLMENTS).get(enrolmentId)
    if (!enrolment) return null
    if (enrolment.account !== account) throw new NanshaError('ENROLMENT_UNKNOWN')
    if (enrolment.state === 'taken') throw new NanshaError('ENROLMENT_USED')
    await transaction.in(ENROLMENTS).update(enrolmentId, { state: 'cancelled', ...FORGOTTEN })
    await freeSlot(transaction, openCap(ports, account), enrolmentId, ports.now())
    return enrolment
  })
  if (cancelled) await discardUploads(ports, cancelled)
}
