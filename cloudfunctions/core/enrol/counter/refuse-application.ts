import { freeSlot } from '../../limits/slots'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS } from '../../records/counter-applications'
import { COUNTER_CODES } from '../../records/counter-codes'
import type { CounterPorts } from './approve-application'
import { applicationCap } from './begin-application'
import { readOwnApplication } from './require-officer'
import { discardCounterPhotos } from './uploads'

/**
 * Ends an application whose person an officer did not believe. The phone that waits is told that it is gone; another
 * application, with another officer, stays possible.
 *
 * @throws NanshaError CALLER_FORBIDDEN, LICENCE_…, ENROLMENT_UNKNOWN, also for one that is approved, and for one that
 *   another officer opened since
 */
export async function refuseApplication(
  ports: Pick<CounterPorts, 'database' | 'files' | 'index' | 'storageRoot' | 'now'>,
  account: AccountKey,
  applicationId: string,
): Promise<void> {
  const refused = await ports.database.transaction(async (transaction) => {
    const { application } = await readOwnApplication(ports, transaction, account, applicationId)
    await transaction.in(COUNTER_APPLICATIONS).remove(applicationId)
    if (application.codeId) await transaction.in(COUNTER_CODES).remove(application.codeId)
    await freeSlot(transaction, applicationCap(ports, application.account), applicationId, ports.now())
    return application
  })
  await discardCounterPhotos(ports, refused)
}
