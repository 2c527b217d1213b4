import type { Collected } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { DESK_CODES, type DeskCodeRecord } from '../records/desk-codes'
import type { VerifyPorts } from './verify-ports'
import { verifyTicket } from './verify-ticket'

/**
 * What came in on the codes that this desk shows: nothing yet, or a verified ticket.
 *
 * @param nonces of the codes on the screen and just before
 * @throws NanshaError DESK_CODE_INVALID for another desk's, and whatever the ticket is refused for
 */
export async function collectAnswer(
  ports: VerifyPorts,
  account: AccountKey,
  nonces: readonly string[],
): Promise<Collected> {
  const codes = ports.database.collection<DeskCodeRecord>(DESK_CODES)
  for (const nonce of nonces) {
    const record = await codes.get(nonce)
    if (record && record.staff !== account) throw new NanshaError('DESK_CODE_INVALID')
    if (!record?.ticket) continue
    const asked = { scenario: record.scenario, ticket: record.ticket, desk: record.digest }
    return { answer: { nonce, ticket: record.ticket, ...(await verifyTicket(ports, account, asked)) } }
  }
  return { answer: null }
}
