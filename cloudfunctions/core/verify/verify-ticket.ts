import type { TicketVerified } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { disclosedClaims, type UnlockMethod } from '@nansha/shared/scenarios'
import type { Asked } from '@nansha/shared/ticket/verify-ticket'
import { VERDICT_TYPE, type Verdict } from '@nansha/shared/verdict/verdict'
import { photoDigest } from '../image/photo-digest'
import { countDeskRequest } from '../limits/count-desk-request'
import type { AccountKey } from '../records/account-key'
import type { Use } from '../records/uses'
import { checkTicket } from './check-ticket'
import type { OpenedCitizen } from './open-citizen'
import { recordRefusedCheck } from './record-refused-check'
import { recordRefusal, recordUse } from './record-use'
import { type Desk, requireEntitlement } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/**
 * Answers a desk that scanned a ticket: entitlement, the clerk's minute, then the ticket, then its one use, and only then who
 * it is. Beyond the minute the ticket is not read, so it can be shown again.
 *
 * @throws NanshaError with the code of the first check that failed
 */
export async function verifyTicket(
  ports: VerifyPorts,
  account: AccountKey,
  { ticket, ...asked }: Asked & { readonly ticket: string },
): Promise<TicketVerified> {
  const desk = await requireEntitlement(ports, account, asked.scenario)
  await countDeskRequest(ports, account)
  try {
    return await presentOnce(ports, desk, asked, ticket)
  } catch (error) {
    // A text that is no code at all is a slip of the camera and no check.
    if (error instanceof NanshaError && error.code !== 'QR_UNREADABLE') {
      await recordRefusedCheck(ports, desk, asked.scenario, error.code, ticket)
    }
    throw error
  }
}

async function presentOnce(
  ports: VerifyPorts,
  desk: Desk,
  asked: Asked,
  ticket: string,
): Promise<TicketVerified> {
  const checked = await checkTicket(ports, asked, ticket)
  if (checked.citizen) {
    const use = await recordUse(ports, desk, asked.scenario, checked, ticket)
    if (use) return disclose(ports, use, checked.citizen, checked.handle.unlock.method)
  }
  const code = checked.fault ?? 'TICKET_REPLAYED'
  const { credential, child, handle } = checked
  const subject = { citizenId: credential.citizenId, ...(child && { child }) }
  await recordRefusal(ports, desk, asked.scenario, subject, code, handle._id)
  throw new NanshaError(code)
}

/** Discloses what the scenario shows, and signs it for the desk's screen. */
async function disclose(
  ports: Pick<VerifyPorts, 'now' | 'issuerUrl' | 'deskSigner'>,
  use: Use,
  citizen: OpenedCitizen,
  unlock: UnlockMethod,
): Promise<TicketVerified> {
  const names = disclosedClaims(use.scenario, citizen.subject)
  const claims = citizen.claims(names)
  const portrait = names.includes('portrait') ? citizen.portrait() : undefined
  const verdict: Verdict = {
    iss: ports.issuerUrl,
    aud: use.organisationId,
    iat: unixSeconds(ports.now()),
    ticket: use.ticket,
    use: use._id,
    scenario: use.scenario,
    unlock,
    claims,
    ...(portrait && { portrait_digest: photoDigest(portrait) }),
  }
  return {
    useId: use._id,
    scenario: use.scenario,
    unlock,
    claims,
    ...(portrait && { portrait: portrait.toString('base64') }),
    at: unixSeconds(use.at),
    verdict: await ports.deskSigner.sign(VERDICT_TYPE, verdict),
  }
}
