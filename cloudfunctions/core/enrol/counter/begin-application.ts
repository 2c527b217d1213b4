import type { CounterBegun } from '@nansha/shared/api/counter'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../../records/account-key'
import { COUNTER_APPLICATIONS, type CounterApplication } from '../../records/counter-applications'
import type { IssuingPorts } from '../enrol-ports'

/** A queue at a counter takes a while. */
const OPEN_FOR_MS = 60 * 60_000
const OPEN_AT_ONCE = 5

/**
 * Opens an application at a counter. Asks for no consent to face processing: there is none.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED with too many open
 */
export async function beginApplication(
  { database, now, randomId, issuerUrl }: Pick<IssuingPorts, 'database' | 'now' | 'randomId' | 'issuerUrl'>,
  account: AccountKey,
  unionId: string | null,
): Promise<CounterBegun> {
  const applications = database.collection<CounterApplication>(COUNTER_APPLICATIONS)
  const open = await applications.count({ account, expiresAt: database.command.gt(new Date(now())) })
  if (open >= OPEN_AT_ONCE) throw new NanshaError('ATTEMPTS_EXHAUSTED')
  const application: CounterApplication = {
    _id: randomId(),
    account,
    unionId,
    nonce: randomId(),
    publicJwk: null,
    code: null,
    reads: 0,
    credential: null,
    expiresAt: new Date(now() + OPEN_FOR_MS),
  }
  await applications.insert(application)
  return {
    applicationId: application._id,
    audience: issuerUrl,
    nonce: application.nonce,
    expiresAt: Math.floor(application.expiresAt.getTime() / 1000),
  }
}
