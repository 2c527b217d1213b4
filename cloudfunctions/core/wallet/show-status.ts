import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { statusOf } from '../credential/require-valid'
import { CITIZENS } from '../records/citizens'
import type { Holder } from '../records/holder'
import { NUMBER_LOCKS } from '../records/number-locks'
import { REBINDINGS } from '../records/rebindings'
import type { WalletPorts } from './wallet-ports'

/** What the phone shows above everything else. A phone that was replaced learns that, and nothing of its successor. */
export async function showStatus(
  { database, now, alerts }: Pick<WalletPorts, 'database' | 'now' | 'alerts'>,
  { device, credential }: Holder,
): Promise<WalletStatus> {
  const status = statusOf(credential, now())
  const citizen = await database.in(CITIZENS).get(device.citizenId)
  if (!citizen || device.status === 'revoked') return { status, numberLocked: false }
  const [lock, rebinding] = await Promise.all([
    database.in(NUMBER_LOCKS).get(citizen.numberIndex),
    database.in(REBINDINGS).get(citizen._id),
  ])
  return {
    status,
    numberLocked: lock !== null,
    ...(alerts && {
      alerts: { templateId: alerts.templateId, areWanted: Boolean(citizen.alertsSince) },
    }),
    ...(rebinding && { rebindingAt: Math.ceil(rebinding.readyAt.getTime() / 1000) }),
  }
}
