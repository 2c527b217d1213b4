import { digestText } from '@nansha/shared/encoding/digest'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { REFUSED_CHECKS } from '../records/refused-checks'
import { CHECK_KEPT_MS } from './record-use'
import type { Desk } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** Notes for the desk's own history that a code was refused; the same code for the same reason once. */
export async function recordRefusedCheck(
  { database, now }: Pick<VerifyPorts, 'database' | 'now'>,
  { staff, organisation }: Desk,
  scenario: ScenarioName,
  code: ErrorCode,
  text: string,
): Promise<void> {
  await database.in(REFUSED_CHECKS).insert({
    _id: digestText(`${digestText(text)}.${staff._id}.${code}`),
    organisationId: organisation._id,
    staff: staff._id,
    scenario,
    code,
    at: new Date(now()),
    expiresAt: new Date(now() + CHECK_KEPT_MS),
  })
}
