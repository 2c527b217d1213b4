import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import { possibleFiles } from '../uploads'
import type { CounterPorts } from './approve-application'
import { requireOfficer } from './require-officer'

/**
 * Ends an application whose person an officer did not believe. The phone that waits is told that it is gone; another
 * application, with another officer, stays possible.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_EXPIRED, ENROLMENT_UNKNOWN, also for one that is approved
 */
export async function refuseApplication(
  ports: Pick<CounterPorts, 'database' | 'files' | 'storageRoot' | 'now'>,
  account: AccountKey,
  applicationId: string,
): Promise<void> {
  await requireOfficer(ports, account)
  await ports.database.transaction(async (transaction) => {
    const application = await transaction.get<CounterApplication>(COUNTER_APPLICATIONS, applicationId)
    if (!application?.code) throw new NanshaError('ENROLMENT_UNKNOWN')
    await transaction.remove(COUNTER_APPLICATIONS, applicationId)
  })
  await ports.files.remove(possibleFiles(await ports.storageRoot(), applicationId))
}
