import type { WalletAction } from '@nansha/shared/api/wallet'
import type { Holder } from '../records/holder'
import { WEBSITE_REPORTS } from '../records/website-reports'
import { countComplaint } from './complaints'
import type { WalletPorts } from './wallet-ports'

type Complaint = Extract<WalletAction, { action: 'report-website' }>

/**
 * Counts that a citizen complains of a website, or asks it to erase what it got. The operator sees how many did; who did is not
 * kept, for that would be a record of who uses which website.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function reportWebsite(
  ports: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Holder,
  { domain, kind }: Complaint,
  requestId: string,
): Promise<void> {
  await countComplaint(ports, device._id, requestId, async (transaction, { day, expiresAt }) => {
    const _id = `${day}.${kind}.${domain}`
    const known = await transaction.in(WEBSITE_REPORTS).get(_id)
    const count = (known?.count ?? 0) + 1
    await transaction.in(WEBSITE_REPORTS).put({ _id, domain, kind, day, count, expiresAt })
  })
}
