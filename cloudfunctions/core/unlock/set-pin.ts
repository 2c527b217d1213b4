import { NanshaError } from '@nansha/shared/errors'
import type { Holder } from '../records/holder'
import { UNLOCKS } from '../records/unlocks'
import { requireUnlock } from './seen-unlock'
import { isPinOf, type PinPorts } from './unlock-with-pin'

/**
 * Sets the PIN of a phone. The first one after the phone was bound takes the face check, or the officer's, upon which it was;
 * every other takes the old PIN. Whoever missed the time, or forgot the PIN, proves the face again, with the same phone key and
 * without waiting, or goes to the counter: that binds the phone anew.
 *
 * @param pin six digits
 * @throws NanshaError PIN_WEAK, UNLOCK_REQUIRED when the old PIN was not just entered, FACE_REQUIRED when there is none and
 *   the face was seen too long ago
 */
export async function setPin(ports: PinPorts, holder: Holder, pin: string): Promise<void> {
  if (isWeak(pin)) throw new NanshaError('PIN_WEAK')
  const { _id, citizenId } = holder.device
  const seen = await requireUnlock(ports, holder).catch(() => null)
  const hash = await ports.pins.of(_id, pin)
  await ports.database.transaction(async (transaction) => {
    const needed = isPinOf(await transaction.in(UNLOCKS).get(_id), holder) ? 'pin' : 'face'
    if (seen?.method !== needed) throw new NanshaError(needed === 'pin' ? 'UNLOCK_REQUIRED' : 'FACE_REQUIRED')
    const at = new Date(ports.now())
    await transaction.in(UNLOCKS).put({
      _id,
      citizenId,
      pin: hash,
      setAt: at,
      failures: 0,
      lockedUntil: new Date(0),
      unlockedAt: at,
    })
  })
}

/** One digit throughout, or a run up or down: the first that anyone tries. */
function isWeak(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}
