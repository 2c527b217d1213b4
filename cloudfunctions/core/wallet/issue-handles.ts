import type { Handles } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import { requireValid } from '../credential/require-valid'
import { HANDLES, type Handle } from '../records/handles'
import type { Holder } from '../records/holder'
import { freshUntil, requireUnlock } from '../unlock/unlock-of'
import type { WalletPorts } from './wallet-ports'

const GOOD_FOR_MS = 24 * 3600_000
/** Handles that a phone may get in a day: ten presentations an hour, around the clock. */
const PER_DAY = 240

/**
 * Releases handles, one for each presentation to come.
 *
 * @param count at most 20 (shared/api/wallet.ts)
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, UNLOCK_REQUIRED, ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function issueHandles(
  { database, now, randomId }: WalletPorts,
  { device, credential }: Holder,
  count: number,
): Promise<Handles> {
  requireValid(credential, now())
  const unlock = await requireUnlock({ database, now }, { device })
  const handles = database.collection<Handle>(HANDLES)
  const live = await handles.count({ deviceId: device._id, expiresAt: database.command.gt(new Date(now())) })
  if (live + count > PER_DAY) throw new NanshaError('ATTEMPTS_EXHAUSTED')

  const expiresAt = new Date(Math.min(now() + GOOD_FOR_MS, credential.expiresAt.getTime()))
  const made: Handle[] = Array.from({ length: count }, () => ({
    _id: randomId(),
    citizenId: device.citizenId,
    credentialId: credential._id,
    deviceId: device._id,
    unlock,
    expiresAt,
  }))
  await Promise.all(made.map((handle) => handles.insert(handle)))
  const times = { expiresAt: unixSeconds(expiresAt), freshUntil: unixSeconds(freshUntil(unlock, expiresAt)) }
  return { handles: made.map(({ _id }) => ({ handle: _id, ...times })) }
}

function unixSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000)
}
