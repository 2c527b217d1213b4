import type { CredentialStatus } from '@nansha/shared/status/status-list'
import type { Database } from '../platform/database'
import { ONLINE_CREDENTIALS } from '../records/online-credentials'

/** More than a citizen's phones can get in the days that records are kept. */
const MOST = 1000

/**
 * Gives the online credentials of a citizen the status of the one that they stand for. Revoked is never left again.
 *
 * @param now Unix milliseconds
 */
export async function markOnlineCredentials(
  database: Database,
  citizenId: string,
  status: CredentialStatus,
  now: number,
): Promise<void> {
  const held = await database.in(ONLINE_CREDENTIALS).find({ citizenId }, { limit: MOST })
  for (const { _id } of held)
    await database.transaction(async (transaction) => {
      const records = transaction.in(ONLINE_CREDENTIALS)
      const current = await records.get(_id)
      if (!current || current.status === status || current.status === 'revoked') return
      await records.update(_id, { status, statusChangedAt: new Date(now) })
    })
}
