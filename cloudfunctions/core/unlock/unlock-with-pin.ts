import { NanshaError } from '@nansha/shared/errors'
import { lockOut } from '../abuse/lock-out'
import type { BlindIndex } from '../crypto/blind-index'
import type { Database } from '../platform/database'
import { UNLOCKS, type UnlockRecord } from '../records/unlocks'
import type { Holder } from '../wallet/wallet-ports'
import { requireUnlock } from './unlock-of'

export interface UnlockPorts {
  readonly database: Database
  readonly now: () => number
  readonly index: BlindIndex
}

/** Wrong tries that cost nothing; each further one waits longer. */
const FREE_TRIES = 3
/** After so many in a row the PIN is dead, and a face check makes a new one. */
const MOST_TRIES = 10

/**
 * Sets the PIN of a phone. Whoever does so has just shown the old PIN; the first one is set after the face check of the
 * enrolment.
 *
 * @param pin six digits
 * @throws NanshaError UNLOCK_REQUIRED, PIN_WEAK
 */
export async function setPin(ports: UnlockPorts, holder: Holder, pin: string): Promise<void> {
  if (isWeak(pin)) throw new NanshaError('PIN_WEAK')
  const { method } = await requireUnlock(ports, holder)
  const unlocks = ports.database.collection<UnlockRecord>(UNLOCKS)
  if (method !== 'pin' && (await unlocks.get(holder.device._id))) throw new NanshaError('UNLOCK_REQUIRED')
  await unlocks.put({
    _id: holder.device._id,
    citizenId: holder.device.citizenId,
    pin: fingerprint(ports, holder, pin),
    failures: 0,
    lockedUntil: new Date(0),
    unlockedAt: new Date(ports.now()),
  })
}

/**
 * Checks a PIN. A try is counted in the transaction that judges it, so that many at once gain nothing.
 *
 * @throws NanshaError PIN_NONE, PIN_WRONG with `left`, PIN_BLOCKED, ATTEMPTS_EXHAUSTED with `retryAt` in Unix seconds
 */
export async function unlockWithPin(ports: UnlockPorts, holder: Holder, pin: string): Promise<void> {
  const given = fingerprint(ports, holder, pin)
  const failures = await ports.database.transaction(async (transaction) => {
    const record = await transaction.get<UnlockRecord>(UNLOCKS, holder.device._id)
    if (!record) throw new NanshaError('PIN_NONE')
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

function fingerprint({ index }: UnlockPorts, { device }: Holder, pin: string): string {
  return index('pin', device._id, pin)
}

/** One digit throughout, or a run up or down: the first that anyone tries. */
function isWeak(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}
