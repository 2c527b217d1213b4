import { unixSeconds } from '@nansha/shared/clock/durations'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import { refusalCode } from '@nansha/shared/refusals'
import { meetsAssurance } from '@nansha/shared/scenarios'
import { unpackTicket } from '@nansha/shared/ticket/pack-ticket'
import { type Asked, verifySignedTicket } from '@nansha/shared/ticket/verify-ticket'
import { unlockSuffices } from '../unlock/seen-unlock'
import { findPresented, NOBODY, type Presented } from './find-presented'
import { type FoundSubject, findChild, findHolder } from './find-subject'
import type { VerifyPorts } from './verify-ports'

export type CheckPorts = Pick<
  VerifyPorts,
  'database' | 'now' | 'envelopes' | 'issuerId' | 'verifySignature' | 'acceptSpecimens'
>

/**
 * The outcome of a ticket's checks: whom it shows, opened from the very records that were checked. With `fault` the holder is known
 * and is told; without a known holder no person is.
 */
export type CheckedTicket = Presented & FoundSubject

/**
 * Checks a ticket in the order of docs/protocol.md: parse, issuer, signature, time, purpose, status, assurance,
 * who is shown with which document.
 *
 * @param text as scanned
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, TICKET_UNKNOWN when no holder can be found
 */
export async function checkTicket(ports: CheckPorts, asked: Asked, text: string): Promise<CheckedTicket> {
  const ticket = unpackTicket(text)
  if (!ticket) throw new NanshaError('QR_UNREADABLE')
  if (ticket.issuerId !== ports.issuerId) throw new NanshaError('ISSUER_UNTRUSTED')

  const presented = await findPresented(ports, ticket.handle)
  const key = presented?.credential.holderJwk ?? NOBODY
  const seconds = unixSeconds(ports.now())
  const ofTicket = await refusalCode(verifySignedTicket(ticket, key, asked, seconds, ports.verifySignature))
  if (!presented || ofTicket === 'TICKET_UNKNOWN') throw new NanshaError('TICKET_UNKNOWN')
  const fault = ofTicket ?? recordFault(ports, presented, asked)
  if (ticket.child !== undefined)
    return { ...presented, ...(await findChild(ports, presented, ticket.child, fault)) }
  return { ...presented, ...(fault ? { fault } : await findHolder(ports, presented, ticket)) }
}

/** What the database says, at once and whatever the published lists say. */
function recordFault(
  { now, acceptSpecimens }: CheckPorts,
  { handle, credential }: Presented,
  { scenario, desk }: Asked,
): ErrorCode | undefined {
  if (handle.answered !== undefined && desk === undefined) return 'TICKET_REPLAYED'
  if (handle.expiresAt.getTime() <= now()) return 'TICKET_EXPIRED'
  if (!unlockSuffices(handle.unlock, scenario, now(), acceptSpecimens)) return 'UNLOCK_REQUIRED'
  if (credential.status === 'revoked') return 'CREDENTIAL_REVOKED'
  if (credential.status === 'frozen') return 'CREDENTIAL_FROZEN'
  if (credential.expiresAt.getTime() <= now()) return 'CREDENTIAL_EXPIRED'
  return meetsAssurance(credential.assurance, scenario, acceptSpecimens) ? undefined : 'ASSURANCE_TOO_LOW'
}
