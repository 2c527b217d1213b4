import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import type { Enrolment } from '../records/enrolments'

/**
 * Whether an enrolment is the caller's and still open.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN (also for another account's), ENROLMENT_USED, ENROLMENT_EXPIRED
 */
export function requireOpen(enrolment: Enrolment | null, account: AccountKey, now: number): Enrolment {
  if (!enrolment || enrolment.account !== account) throw new NanshaError('ENROLMENT_UNKNOWN')
  if (enrolment.state !== 'begun') throw new NanshaError('ENROLMENT_USED')
  if (enrolment.expiresAt.getTime() <= now) throw new NanshaError('ENROLMENT_EXPIRED')
  return enrolment
}
