import { NanshaError } from '@nansha/shared/errors'
import { citizenEvent } from '../history/citizen-event'
import { CITIZENS, type Citizen } from '../records/citizens'
import { EVENTS } from '../records/events'
import type { Holder } from '../records/holder'
import { NUMBER_LOCKS, type NumberLock } from '../records/number-locks'
import { requireUnlock } from '../unlock/unlock-of'
import type { WalletPorts } from './wallet-ports'

/**
 * Bars enrolment from afar for the holder's number, or allows it again: that only for who has just unlocked the phone,
 * which may be in a thief's hand.
 *
 * @throws NanshaError CREDENTIAL_NONE, UNLOCK_REQUIRED
 */
export async function lockNumber(ports: WalletPorts, { device }: Holder, locked: boolean): Promise<void> {
  if (!locked) await requireUnlock(ports, { device })
  return ports.database.transaction(async (transaction) => {
    const citizen = await transaction.get<Citizen>(CITIZENS, device.citizenId)
    if (!citizen) throw new NanshaError('CREDENTIAL_NONE')
    const isLocked = (await transaction.get<NumberLock>(NUMBER_LOCKS, citizen.numberIndex)) !== null
    if (isLocked === locked) return
    const at = new Date(ports.now())
    if (locked) await transaction.insert<NumberLock>(NUMBER_LOCKS, { _id: citizen.numberIndex, lockedAt: at })
    else await transaction.remove(NUMBER_LOCKS, citizen.numberIndex)
    const kind = locked ? 'number-locked' : 'number-unlocked'
    await transaction.insert(EVENTS, citizenEvent(ports, citizen._id, at.getTime(), { kind }))
  })
}
