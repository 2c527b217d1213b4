import type { DeskCodeShown } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { DESK_CODE_SECONDS, DESK_CODE_TYPE, type DeskCode } from '@nansha/shared/desk-code/desk-code'
import { deskCodePayload, packDeskCode } from '@nansha/shared/desk-code/pack-desk-code'
import { digestText } from '@nansha/shared/encoding/digest'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { countDeskRequest } from '../limits/count-desk-request'
import type { AccountKey } from '../records/account-key'
import { DESK_CODES } from '../records/desk-codes'
import { giveDigits } from './give-digits'
import { requireEntitlement } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * Makes the next code of a desk's screen.
 *
 * @param isSpoken also eight digits that stand for it, to be read out and typed
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, SCENARIO_MISMATCH for one that no desk may ask for,
 *   TOO_MANY_CHECKS, TOO_MANY_CODES
 */
export async function showDeskCode(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'randomId' | 'issuerId' | 'deskSigner' | 'randomInt'>,
  account: AccountKey,
  scenario: ScenarioName,
  isSpoken = false,
): Promise<DeskCodeShown> {
  const { organisation } = await requireEntitlement(ports, account, scenario)
  if (!SCENARIOS[scenario].deskMayAsk) throw new NanshaError('SCENARIO_MISMATCH')
  await countDeskRequest(ports, account)
  const iat = unixSeconds(ports.now())
  const code: DeskCode = {
    issuerId: ports.issuerId,
    scenario,
    nonce: ports.randomId(),
    iat,
    name: organisation.name,
  }
  const text = packDeskCode(code, await ports.deskSigner.sign(DESK_CODE_TYPE, deskCodePayload(code)))
  await ports.database.in(DESK_CODES).insert({
    _id: code.nonce,
    organisationId: organisation._id,
    staff: account,
    scenario,
    digest: digestText(text),
    ticket: null,
    expiresAt: new Date((iat + DESK_CODE_SECONDS) * 1000),
  })
  const shown = { code: text, nonce: code.nonce, expiresAt: iat + DESK_CODE_SECONDS }
  return isSpoken ? { ...shown, digits: await giveDigits(ports, account, shown) } : shown
}
