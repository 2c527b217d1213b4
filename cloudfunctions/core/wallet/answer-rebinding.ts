import { citizenEvent } from '../history/citizen-event'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import type { Holder } from '../records/holder'
import { REBINDINGS } from '../records/rebindings'
import { citizenOfPhone } from './citizen-of-phone'
import type { WalletPorts } from './wallet-ports'

/**
 * Answers a new phone that waits to replace this one. No waiting phone is no error: it may have given up.
 *
 * @throws NanshaError CREDENTIAL_REVOKED when this phone was replaced meanwhile
 */
export function answerRebinding(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device }: Holder,
  allowed: boolean,
): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    const { citizenId } = device
    await citizenOfPhone(transaction, device)
    if (!(await transaction.in(REBINDINGS).get(citizenId))) return
    const at = new Date(ports.now())
    if (allowed) {
      await transaction.in(REBINDINGS).update(citizenId, { readyAt: at })
    } else {
      await transaction.in(REBINDINGS).remove(citizenId)
      await transaction
        .in(CITIZEN_EVENTS)
        .insert(citizenEvent(ports, citizenId, at.getTime(), { kind: 'vetoed' }))
    }
  })
}
