import { dateInChina } from '@nansha/shared/age-in-china'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { type Cap, takeSlots } from '../limits/slots'
import type { Holder } from '../records/holder'
import { WEBSITE_REPORTS } from '../records/website-reports'
import type { WalletPorts } from './wallet-ports'

/** Long enough for the operator to see a pattern. */
const KEPT_DAYS = 365
const PER_DAY = 10

/** Complaints of one phone within a day. */
export function websiteReportCap(deviceId: string): Cap {
  return { id: `website-report.${deviceId}`, most: PER_DAY }
}

type Complaint = Extract<WalletAction, { action: 'report-website' }>

/**
 * Counts that a citizen complains of a website, or asks it to erase what it got. The operator sees how many did; who did is not
 * kept, for that would be a record of who uses which website.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED beyond a day's worth
 */
export async function reportWebsite(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Holder,
  { domain, kind }: Complaint,
  requestId: string,
): Promise<void> {
  const at = now()
  const day = dateInChina(at)
  const _id = `${day}.${kind}.${domain}`
  await database.transaction(async (transaction) => {
    const slot = { id: requestId, count: 1, until: new Date(at + DAY_MS) }
    await takeSlots(transaction, websiteReportCap(device._id), slot, at)
    const known = await transaction.in(WEBSITE_REPORTS).get(_id)
    const count = (known?.count ?? 0) + 1
    const expiresAt = new Date(at + KEPT_DAYS * DAY_MS)
    await transaction.in(WEBSITE_REPORTS).put({ _id, domain, kind, day, count, expiresAt })
  })
}
