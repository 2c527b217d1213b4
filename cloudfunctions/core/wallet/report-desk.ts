import type { WalletAction } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import { DESK_REPORTS } from '../records/desk-reports'
import type { Holder } from '../records/holder'
import { countComplaint } from './complaints'
import { ownUse } from './receipt'
import type { WalletPorts } from './wallet-ports'

type Complaint = Extract<WalletAction, { action: 'report-desk' }>

/**
 * Counts that a citizen complains of the organisation at whose desk they were, or asks it to erase what it got. The operator sees
 * how many did; neither who did nor of which use is kept.
 *
 * @throws NanshaError USE_UNKNOWN for a use that is not this citizen's, ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function reportDesk(
  ports: Pick<WalletPorts, 'database' | 'now'>,
  holder: Holder,
  { use: useId, kind }: Complaint,
  requestId: string,
): Promise<void> {
  const use = await ownUse(ports, holder, useId)
  if (!use) throw new NanshaError('USE_UNKNOWN')
  const { organisationId, organisation } = use
  await countComplaint(ports, holder.device._id, requestId, async (transaction, { day, expiresAt }) => {
    const _id = `${day}.${kind}.${organisationId}`
    const known = await transaction.in(DESK_REPORTS).get(_id)
    const count = (known?.count ?? 0) + 1
    const report = { _id, organisationId, organisation, kind, day, count, expiresAt }
    await transaction.in(DESK_REPORTS).put(report)
  })
}
