import type { Collected } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { DESK_CODES, type DeskCodeRecord } from '../records/desk-codes'
import { type Desk, findDesk, requireScenario } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'
import { verifyTicket } from './verify-ticket'

/**
 * What came in on the codes that this desk shows: nothing yet, or a verified ticket. The citizen approved the
 * organisation whose name was on the code, so nobody collects it for another one.
 *
 * @param nonces of the codes on the screen and just before
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, DESK_CODE_INVALID for a code of another account or of a
 *   former employer, and whatever the ticket is refused for
 */
export async function collectAnswer(
  ports: VerifyPorts,
  account: AccountKey,
  nonces: readonly string[],
): Promise<Collected> {
  const desk = await findDesk(ports, account)
  const codes = ports.database.in(DESK_CODES)
  let refusal: unknown
  for (const nonce of nonces) {
    const record = await codes.get(nonce)
    if (!record) continue
    if (!isShownBy(desk, record)) throw new NanshaError('DESK_CODE_INVALID')
    requireScenario(desk, record.scenario, ports.now())
    if (!record.ticket) continue
    const asked = { scenario: record.scenario, ticket: record.ticket, desk: record.digest }
    try {
      return { answer: { nonce, ticket: record.ticket, ...(await verifyTicket(ports, account, asked)) } }
    } catch (fault) {
      // A good answer to another of the codes must not be hidden by a bad one to this.
      refusal ??= fault
    }
  }
  if (refusal !== undefined) throw refusal
  return { answer: null }
}

function isShownBy({ staff, organisation }: Desk, record: DeskCodeRecord): boolean {
  return record.staff === staff._id && record.organisationId === organisation._id
}
