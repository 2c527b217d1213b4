import { NanshaError } from '@nansha/shared/errors'
import type { BlindIndex } from '../crypto/blind-index'
import { lockOut } from '../limits/lock-out'
import type { Database } from '../platform/database'
import type { Holder } from '../records/holder'
import { UNLOCKS, type UnlockRecord } from '../records/unlocks'

export interface PinPorts {
  readonly database: Database
  readonly now: () => number
  readonly index: BlindIndex
}

/** Wrong tries that cost nothing; each further one waits longer. */
const FREE_TRIES = 3
/** After so many in a row the PIN is dead, and a face check makes a new one. */
const MOST_TRIES = 10

/** Whether a PIN on record is this phone's: one from before the phone was bound anew counts for nothing. */
export function isPinOf(
  record: UnlockRecord | null,
  { device }: Pick<Holder, 'device'>,
): record is UnlockRecord {
  return record !== null && record.setAt >= device.boundAt
}

/**
 * Checks a PIN. A try is counted in the transaction that judges it, so that many at once gain nothing.
 *
 * @throws NanshaError PIN_NONE, PIN_WRONG with `left`, PIN_BLOCKED, ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function unlockWithPin(ports: PinPorts, holder: Holder, pin: string): Promise<void> {
  const given = pinFingerprint(ports, holder, pin)
  const failures = await ports.database.transaction(async (transaction) => {
    const record = await transaction.get<UnlockRecord>(UNLOCKS, holder.device._id)
    if (!isPinOf(record, holder)) throw new NanshaError('PIN_NONE')
    if (record.failures >= MOST_TRIES) throw new NanshaError('PIN_BLOCKED')
    const retryAt = record.lockedUntil.getTime()
    if (retryAt > ports.now())
      throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: Math.ceil(retryAt / 1000) })

    const isRight = record.pin === given
    const count = isRight ? 0 : record.failures + 1
    await transaction.update<UnlockRecord>(UNLOCKS, record._id, {
      failures: count,
      lockedUntil: new Date(isRight ? 0 : ports.now() + lockOut(count, FREE_TRIES)),
      ...(isRight && { unlockedAt: new Date(ports.now()) }),
    })
    return count
  })
  if (failures >= MOST_TRIES) throw new NanshaError('PIN_BLOCKED')
  if (failures > 0) throw new NanshaError('PIN_WRONG', { left: MOST_TRIES - failures })
}

/** Keyed with a key of the environment: without it, a million guesses tell nothing. */
export function pinFingerprint({ index }: PinPorts, { device }: Holder, pin: string): string {
  return index('pin', device._id, pin)
}
