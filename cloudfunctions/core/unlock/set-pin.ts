import { NanshaError } from '@nansha/shared/errors'
import { isAtLeast } from '@nansha/shared/scenarios'
import type { Holder } from '../records/holder'
import { UNLOCKS, type UnlockRecord } from '../records/unlocks'
import { isOwnerJustSeen } from './seen-unlock'
import { isPinOf, type PinPorts, unlockWithPin } from './unlock-with-pin'

export interface SetPinPorts extends PinPorts {
  /** True in a local deployment only. */
  readonly acceptSpecimens: boolean
}

/**
 * Sets the PIN of a phone, for who enters the old one with it, or whose face was just seen: upon the enrolment, by an
 * officer, or shown again on this phone. A face that was seen before the last PIN was set counts for that one and sets no
 * other: who finds a phone that was unlocked a moment ago must not make it theirs.
 *
 * @param asked.pin six digits
 * @param asked.old the PIN until now; a wrong one counts as a try
 * @throws NanshaError PIN_WEAK; PIN_WRONG, PIN_BLOCKED, ATTEMPTS_EXHAUSTED, PIN_NONE for `old`; UNLOCK_REQUIRED for neither
 *   where there is a PIN, FACE_REQUIRED where there is none; PIN_RESET_AT_COUNTER for a face that was seen less well than
 *   the credential was proven
 */
export async function setPin(
  ports: SetPinPorts,
  holder: Holder,
  { pin, old }: { readonly pin: string; readonly old?: string | undefined },
): Promise<void> {
  if (isWeak(pin)) throw new NanshaError('PIN_WEAK')
  if (old !== undefined) await unlockWithPin(ports, holder, old)
  const { _id, citizenId } = holder.device
  const hash = await ports.pins.of(_id, pin)
  await ports.database.transaction(async (transaction) => {
    if (old === undefined) requireFace(ports, holder, await transaction.in(UNLOCKS).get(_id))
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

function requireFace(
  { now, acceptSpecimens }: SetPinPorts,
  { device, credential }: Holder,
  record: UnlockRecord | null,
): void {
  const hasPin = isPinOf(record, { device })
  const isSpent = hasPin && device.faceAt <= record.setAt
  if (isSpent || !isOwnerJustSeen(device, now()))
    throw new NanshaError(hasPin ? 'UNLOCK_REQUIRED' : 'FACE_REQUIRED')
  // The PIN opens a bank: a face seen by the app's own camera must not make one for a person filmed by the platform or
  // seen by an officer.
  const { assurance } = credential
  const weakest = isAtLeast(assurance, 'platform-face', false) ? 'platform-face' : assurance
  if (!isAtLeast(device.faceBy, weakest, acceptSpecimens)) throw new NanshaError('PIN_RESET_AT_COUNTER')
}

/** One digit throughout, or a run up or down: the first that anyone tries. */
function isWeak(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, i) => Number(digit) - Number(pin[i])))
  return steps.size === 1 && [-1, 0, 1].some((step) => steps.has(step))
}
