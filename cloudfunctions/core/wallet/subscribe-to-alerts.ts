import { NanshaError } from '@nansha/shared/errors'
import { CITIZENS } from '../records/citizens'
import type { Holder } from '../records/holder'
import { citizenOfPhone } from './citizen-of-phone'
import type { WalletPorts } from './wallet-ports'

/**
 * Notes that the citizen agreed to messages in the chat app, or wants none any more.
 *
 * @throws NanshaError CREDENTIAL_NONE, SERVICE_UNAVAILABLE where the deployment sends none, CREDENTIAL_REVOKED when the phone was
 *   replaced meanwhile
 */
export function subscribeToAlerts(
  { database, now, alerts }: Pick<WalletPorts, 'database' | 'now' | 'alerts'>,
  { device }: Holder,
  wanted: boolean,
): Promise<void> {
  if (wanted && !alerts) throw new NanshaError('SERVICE_UNAVAILABLE')
  return database.transaction(async (transaction) => {
    const citizen = await citizenOfPhone(transaction, device)
    if (!citizen) throw new NanshaError('CREDENTIAL_NONE')
    await transaction.in(CITIZENS).update(citizen._id, { alertsSince: wanted ? new Date(now()) : null })
  })
}
