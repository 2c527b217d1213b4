import type { CounterBegun } from '@nansha/shared/api/counter'
import { HOUR_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { type Cap, takeSlots } from '../../limits/slots'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import type { IssuingPorts } from '../enrol-ports'

/** A queue at a counter takes a while. */
const APPLICATION_OPEN_MS = HOUR_MS
/** Applications that an account may have open at once. */
const OPEN_APPLICATIONS = 5

/** Of an account; what ends an application gives its slot back. */
export function applicationCap({ index }: Pick<IssuingPorts, 'index'>, account: AccountKey): Cap {
  return { id: index('slots', 'counter-applications', account), most: OPEN_APPLICATIONS }
}

/**
 * Opens an application at a counter. Asks for no consent to face processing: there is none.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with too many open
 */
export async function beginApplication(
  ports: Pick<IssuingPorts, 'database' | 'index' | 'now' | 'randomId' | 'issuerUrl'>,
  account: AccountKey,
  unionId: string | null,
): Promise<CounterBegun> {
  const { database, now, randomId, issuerUrl } = ports
  const application: CounterApplication = {
    _id: randomId(),
    account,
    unionId,
    nonce: randomId(),
    publicJwk: null,
    codeId: null,
    officer: null,
    folders: [],
    guardian: null,
    child: null,
    lookups: 0,
    reads: 0,
    credential: null,
    expiresAt: new Date(now() + APPLICATION_OPEN_MS),
  }
  const slot = { id: application._id, count: 1, until: application.expiresAt }
  await database.transaction(async (transaction) => {
    await takeSlots(transaction, applicationCap(ports, account), slot, now())
    await transaction.in(COUNTER_APPLICATIONS).insert(application)
  })
  return {
    applicationId: application._id,
    audience: issuerUrl,
    nonce: application.nonce,
    expiresAt: unixSeconds(application.expiresAt),
  }
}
