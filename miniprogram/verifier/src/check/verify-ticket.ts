import type { Ask } from '@nansha/kit/cloud/ask'
import type { TicketVerified, VerifyEvent } from '@nansha/shared/api/verify'
import { decodeBase64 } from '@nansha/shared/encoding/base64'
import { NanshaError } from '@nansha/shared/errors'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { verifyVerdict } from '@nansha/shared/verdict/verify-verdict'
import type { TrustSession } from '../trust/trust-session'
import type { Subject } from './subject'

export interface VerifyTicketPorts {
  readonly ask: Ask
  readonly trust: Pick<TrustSession, 'require' | 'now' | 'noteSignedTime'>
  readonly verifySignature: VerifySignature
}

/**
 * Has the cloud judge a ticket. Without trust data the answer could not be checked, so that comes first: a ticket is
 * not spent for nothing.
 *
 * @param ticket the text of the QR as scanned
 * @throws NanshaError with the code of a refusal, VERDICT_INVALID for an answer that nobody trusted signed
 */
export async function verifyTicket(
  ports: VerifyTicketPorts,
  scenario: ScenarioName,
  ticket: string,
): Promise<Subject> {
  await ports.trust.require()
  const event: VerifyEvent = { action: 'ticket', scenario, ticket }
  return believeAnswer(ports, await ports.ask<TicketVerified>('verify', event), { ticket, scenario })
}

/** Turns the cloud's answer into a subject, once its signature was checked. @throws NanshaError VERDICT_INVALID, … */
export async function believeAnswer(
  { trust, verifySignature }: Omit<VerifyTicketPorts, 'ask'>,
  answer: TicketVerified,
  asked: { readonly ticket: string; readonly scenario: ScenarioName },
): Promise<Subject> {
  const { trust: list, licence, iss: issuer } = await trust.require()
  const portrait = answer.portrait === undefined ? undefined : decodeBase64(answer.portrait)
  if (answer.portrait !== undefined && !portrait) throw new NanshaError('VERDICT_INVALID')
  const { organisationId } = licence
  const verdict = await verifyVerdict(
    answer,
    portrait,
    { ...asked, organisationId, issuer },
    list,
    trust.now(),
    verifySignature,
  )
  await trust.noteSignedTime(verdict.iat)
  const { scenario, unlock, claims, at, useId } = answer
  return {
    scenario,
    claims,
    ...(answer.portrait !== undefined && { portrait: answer.portrait }),
    at,
    evidence: { form: 'ticket', unlock, useId },
  }
}
