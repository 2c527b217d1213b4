import type { StaffSession } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { requireNotSuspended } from '../limits/require-licence'
import { isOperator } from '../organisation/operators'
import type { AccountKey } from '../records/account-key'
import { findDesk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * What the companion shows on its start screen.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, OPERATOR_ACCOUNT for an operator who is nobody's staff, LICENCE_SUSPENDED
 */
export async function openSession(
  ports: Pick<VerifyPorts, 'database' | 'operators'>,
  account: AccountKey,
): Promise<StaffSession> {
  const { staff, organisation } = await findDesk(ports, account).catch((refusal: unknown) => {
    throw isOperator(ports.operators, account) ? new NanshaError('OPERATOR_ACCOUNT') : refusal
  })
  requireNotSuspended(organisation)
  return {
    organisationId: organisation._id,
    organisation: organisation.name,
    staff: staff.name,
    role: staff.role,
    enrols: organisation.enrols === true,
    scenarios: organisation.scenarios,
    licenceExpiresAt: unixSeconds(organisation.licenceExpiresAt),
  }
}
