import { NanshaError } from '@nansha/shared/errors'
import { citizenEvent } from '../history/citizen-event'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import type { Holder } from '../records/holder'
import { NUMBER_LOCKS } from '../records/number-locks'
import { requireOwner } from '../unlock/seen-unlock'
import { citizenOfPhone } from './citizen-of-phone'
import type { WalletPorts } from './wallet-ports'

/**
 * Bars enrolment from afar for the holder's number, or allows it again: that only for who has just unlocked the phone,
 * which may be in a thief's hand.
 *
 * @throws NanshaError CREDENTIAL_NONE, UNLOCK_REQUIRED, CREDENTIAL_REVOKED when the phone was replaced meanwhile
 */
export async function lockNumber(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device }: Holder,
  locked: boolean,
): Promise<void> {
  if (!locked) await requireOwner(ports, { device })
  return ports.database.transaction(async (transaction) => {
    const citizen = await citizenOfPhone(transaction, device)
    if (!citizen) throw new NanshaError('CREDENTIAL_NONE')
    const isLocked = (await transaction.in(NUMBER_LOCKS).get(citizen.numberIndex)) !== null
    if (isLocked === locked) return
    const at = new Date(ports.now())
    if (locked) await transaction.in(NUMBER_LOCKS).insert({ _id: citizen.numberIndex, lockedAt: at })
    else await transaction.in(NUMBER_LOCKS).remove(citizen.numberIndex)
    const kind = locked ? 'number-locked' : 'number-unlocked'
    await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, citizen._id, at.getTime(), { kind }))
  })
}
