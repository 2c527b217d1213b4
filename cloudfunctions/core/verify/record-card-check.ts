import type { VerifyEvent } from '@nansha/shared/api/verify'
import { digestText } from '@nansha/shared/encoding/digest'
import type { AccountKey } from '../records/account-key'
import { CARD_CHECKS } from '../records/card-checks'
import { CHECK_KEPT_MS } from './record-use'
import { requireEntitlement } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * Notes what a clerk saw of the plastic card after a code was refused. The same again, whose answer was lost, is noted once.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…
 */
export async function recordCardCheck(
  ports: Pick<VerifyPorts, 'database' | 'now'>,
  account: AccountKey,
  { check, scenario, refused, card }: Extract<VerifyEvent, { action: 'card-check' }>,
): Promise<void> {
  const { staff, organisation } = await requireEntitlement(ports, account, scenario)
  await ports.database.in(CARD_CHECKS).insert({
    _id: digestText(`${staff._id}.${check}`),
    organisationId: organisation._id,
    staff: staff._id,
    scenario,
    refused,
    card,
    at: new Date(ports.now()),
    expiresAt: new Date(ports.now() + CHECK_KEPT_MS),
  })
}
