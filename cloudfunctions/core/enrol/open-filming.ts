import type { EnrolEvent, PlatformFilming } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { type AccountKey, accountOf } from '../records/account-key'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import { checkApplicant } from './check-applicant'
import type { EnrolPorts } from './enrol-ports'
import { requireOpen } from './open-enrolment'

/**
 * Lets the platform film the person, for one name and number, once in an enrolment; where the national network ID is asked
 * for too, it goes by the same serial number.
 *
 * @throws NanshaError INPUT_INVALID where our own camera is used, ENROLMENT_UNKNOWN, ENROLMENT_USED, ENROLMENT_EXPIRED,
 *   NUMBER_…, GUARDIAN_REQUIRED, SERVICE_UNAVAILABLE
 */
export async function openFilming(
  { database, now, registry }: Pick<EnrolPorts, 'database' | 'now' | 'registry'>,
  account: AccountKey,
  { enrolmentId, name, idNumber }: Extract<EnrolEvent, { action: 'film' }>,
): Promise<PlatformFilming> {
  if (!registry.capture) throw new NanshaError('INPUT_INVALID', { field: 'action' })
  const enrolments = database.collection<Enrolment>(ENROLMENTS)
  const enrolment = requireOpen(await enrolments.get(enrolmentId), account, now())
  if (enrolment.session) throw new NanshaError('ENROLMENT_USED')

  const { number } = checkApplicant(idNumber, now())
  const session = await registry.capture.open({ name, idNumber: number, account: accountOf(account) })
  await enrolments.update(enrolmentId, { session })
  const { verifyId, serial } = session
  return { verifyId, ...(registry.networkId && { networkId: { ...registry.networkId, serial } }) }
}
