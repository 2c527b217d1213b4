import * as v from 'valibot'
import type { TicketVerified } from '../api/verify'
import { digestBytes, digestText } from '../encoding/digest'
import { NanshaError } from '../errors'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { isOfChild, type ScenarioName } from '../scenarios'
import { unpackTicket } from '../ticket/pack-ticket'
import { issuerByUrl, type TrustList } from '../trust/trust-list'
import { VERDICT_TYPE, Verdict } from './verdict'

/** Seconds for which a verdict answers what was just asked. */
const WINDOW = { before: 60, after: 120 }

/**
 * Checks the answer to a ticket before a green screen is shown: signed by a desk key of the issuer whose deployment was
 * asked and whose ticket it is, for this organisation, about this ticket, and saying what the answer says. An attacker
 * on the network can then refuse but not accept, and neither can another issuer that is trusted for its own
 * credentials.
 *
 * @param answer of `verify.ticket`
 * @param portrait the answer's portrait, decoded; absent when it has none
 * @param asked.organisationId of this companion's licence
 * @param asked.issuer `iss` of the bundle that this companion holds
 * @param now Unix seconds
 * @throws NanshaError VERDICT_INVALID
 */
export async function verifyVerdict(
  answer: TicketVerified,
  portrait: Uint8Array | undefined,
  asked: {
    readonly ticket: string
    readonly scenario: ScenarioName
    readonly organisationId: string
    readonly issuer: string
  },
  trust: TrustList,
  now: number,
  verifySignature: VerifySignature,
): Promise<Verdict> {
  const issuer = issuerByUrl(trust, asked.issuer)
  const profile = {
    typ: VERDICT_TYPE,
    headers: ['kid'],
    audience: asked.organisationId,
    window: WINDOW,
    key: keyById(issuer?.deskKeys ?? []),
    refusal: refuseAs('VERDICT_INVALID'),
  }
  const { payload } = await verifyJws(answer.verdict, profile, now, verifySignature)
  const verdict = v.safeParse(Verdict, payload)
  if (!verdict.success) throw new NanshaError('VERDICT_INVALID')
  const { iss, ticket, scenario, unlock, use, claims, portrait_digest } = verdict.output
  const shown = unpackTicket(asked.ticket)
  const isAnswer =
    iss === issuer?.iss &&
    shown?.issuerId === issuer.id &&
    // A child's card is never taken for its guardian's identity, nor the other way round.
    (shown.child !== undefined) === isOfChild(claims) &&
    ticket === digestText(asked.ticket) &&
    scenario === asked.scenario &&
    use === answer.useId &&
    unlock === answer.unlock &&
    sameClaims(claims, answer.claims) &&
    portrait_digest === (portrait && digestBytes(portrait))
  if (!isAnswer) throw new NanshaError('VERDICT_INVALID')
  return verdict.output
}

function sameClaims(a: Verdict['claims'], b: TicketVerified['claims']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
