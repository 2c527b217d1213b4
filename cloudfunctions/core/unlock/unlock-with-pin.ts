import { NanshaError } from '@nansha/shared/errors'
import type { PinHash } from '../crypto/pin-hash'
import { lockOut } from '../limits/lock-out'
import type { Database } from '../platform/database'
import type { Holder } from '../records/holder'
import { UNLOCKS, type UnlockRecord } from '../records/unlocks'

export interface PinPorts {
  readonly database: Database
  readonly now: () => number
  readonly pins: PinHash
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
  const { _id } = holder.device
  const { pin: judged } = requireTry(ports, holder, await ports.database.in(UNLOCKS).get(_id))
  // Before the transaction: it takes longer than another on the same record should wait.
  const isRight = await ports.pins.isRight(judged, _id, pin)
  const renewed = isRight && ports.pins.isOutdated(judged) ? await ports.pins.of(_id, pin) : judged

  const failures = await ports.database.transaction(async (transaction) => {
    const record = requireTry(ports, holder, await transaction.in(UNLOCKS).get(_id))
    if (record.pin !== judged) throw new NanshaError('SERVICE_UNAVAILABLE') // set anew meanwhile: ask again
    const count = isRight ? 0 : record.failures + 1
    await transaction.in(UNLOCKS).update(_id, {
      pin: renewed,
      failures: count,
      lockedUntil: new Date(isRight ? 0 : ports.now() + lockOut(count, FREE_TRIES)),
      ...(isRight && { unlockedAt: new Date(ports.now()) }),
    })
    return count
  })
  if (failures >= MOST_TRIES) throw new NanshaError('PIN_BLOCKED')
  if (failures > 0) throw new NanshaError('PIN_WRONG', { left: MOST_TRIES - failures })
}

/** The PIN on record, if it may be tried now. */
function requireTry({ now }: PinPorts, holder: Holder, record: UnlockRecord | null): UnlockRecord {
  if (!isPinOf(record, holder)) throw new NanshaError('PIN_NONE')
  if (record.failures >= MOST_TRIES) throw new NanshaError('PIN_BLOCKED')
  const retryAt = record.lockedUntil.getTime()
  if (retryAt > now()) throw new NanshaError('ATTEMPTS_EXHAUSTED', { retryAt: Math.ceil(retryAt / 1000) })
  return record
}
