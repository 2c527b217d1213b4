import type { EnrolEvent, PlatformFilming } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { countFilming, forgiveFilming } from '../limits/filming-attempts'
import { type AccountKey, accountOf } from '../records/account-key'
import { ENROLMENTS } from '../records/enrolments'
import { checkApplicant } from './check-applicant'
import type { EnrolPorts } from './enrol-ports'
import { requireAsked } from './require-asked'
import { requireOpen } from './require-open'

/**
 * Lets the platform film the person, for one name and number, once in an enrolment; where the national network ID is
 * asked for too, both use the same serial number.
 *
 * @throws NanshaError INPUT_INVALID where the app's own camera is used, ENROLMENT_UNKNOWN, ENROLMENT_USED,
 * ENROLMENT_EXPIRED, NUMBER_…, GUARDIAN_REQUIRED, CARD_COUNTER_ONLY, ATTEMPTS_EXHAUSTED, SERVICE_UNAVAILABLE
 */
export async function openFilming(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now' | 'registry'>,
  account: AccountKey,
  { enrolmentId, name, idNumber }: Extract<EnrolEvent, { action: 'film' }>,
): Promise<PlatformFilming> {
  const { database, now, registry } = ports
  if (!registry.capture) throw new NanshaError('INPUT_INVALID', { field: 'action' })
  const { number } = checkApplicant(idNumber, now())
  requireAsked(registry, number)
  await database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.in(ENROLMENTS).get(enrolmentId), account, now())
    if (enrolment.filming) throw new NanshaError('ENROLMENT_USED')
    // The platform shows on the phone whether the person is the one of that name and number, submitted or not.
    await countFilming(ports, transaction, account)
    await transaction.in(ENROLMENTS).update(enrolmentId, { filming: new Date(now()) })
  })
  const enrolments = database.in(ENROLMENTS)
  const applicant = { name, idNumber: number, account: accountOf(account) }
  const session = await registry.capture.open(applicant).catch(async (silence: unknown) => {
    await forgiveFilming(ports, account)
    await enrolments.update(enrolmentId, { filming: null })
    throw silence
  })
  await enrolments.update(enrolmentId, { session })
  const { verifyId, serial } = session
  return { verifyId, ...(registry.networkId && { networkId: { ...registry.networkId, serial } }) }
}
