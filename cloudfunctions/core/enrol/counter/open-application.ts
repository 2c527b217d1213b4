import type { CounterOpened } from '@nansha/shared/api/counter'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import type { IssuingPorts } from '../enrol-ports'
import { requireOfficer } from './require-officer'
import { counterPaths } from './uploads'

/**
 * Finds the application that a code stands for.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_EXPIRED, ENROLMENT_UNKNOWN
 */
export async function openApplication(
  ports: Pick<IssuingPorts, 'database' | 'now'>,
  account: AccountKey,
  code: string,
): Promise<CounterOpened> {
  await requireOfficer(ports, account)
  const application = await ports.database
    .collection<CounterApplication>(COUNTER_APPLICATIONS)
    .findOne({ code })
  const isOpen =
    application && application.expiresAt.getTime() > ports.now() && application.credential === null
  if (!isOpen) throw new NanshaError('ENROLMENT_UNKNOWN')
  return {
    applicationId: application._id,
    uploads: counterPaths(application._id),
    expiresAt: Math.floor(application.expiresAt.getTime() / 1000),
  }
}
