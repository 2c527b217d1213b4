import { sha256 } from '@noble/hashes/sha2.js'
import * as v from 'valibot'
import type { TicketVerified } from '../api/verify'
import { encodeBase64url } from '../encoding/base64url'
import { digestText } from '../encoding/digest'
import { NanshaError } from '../errors'
import { decodeJws } from '../jws/decode-jws'
import { keyById } from '../jws/key-by-id'
import { verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { ScenarioName } from '../scenarios'
import { issuerByUrl, type TrustList } from '../trust/trust-list'
import { VERDICT_TYPE, Verdict } from './verdict'

/** Seconds for which a verdict answers what was just asked. */
const WINDOW = { before: 60, after: 120 }

/**
 * Checks the answer to a ticket before a green screen is shown: signed by a trusted issuer's desk key, for this
 * organisation, about this ticket, and saying what the answer says. Whoever sits on the line can then refuse, not accept.
 *
 * @param answer of `verify.ticket`
 * @param portrait the answer's portrait, decoded; absent when it has none
 * @param asked.organisationId of the own licence
 * @param now Unix seconds
 * @throws NanshaError VERDICT_INVALID
 */
export async function checkVerdict(
  answer: TicketVerified,
  portrait: Uint8Array | undefined,
  asked: { readonly ticket: string; readonly scenario: ScenarioName; readonly organisationId: string },
  trust: TrustList,
  now: number,
  verifySignature: VerifySignature,
): Promise<Verdict> {
  const issuer = issuerByUrl(trust, decodeJws(answer.verdict)?.payload.iss)
  const profile = {
    typ: VERDICT_TYPE,
    headers: ['kid'],
    audience: asked.organisationId,
    window: WINDOW,
    key: keyById(issuer?.deskKeys ?? []),
  }
  const verified = await verifyJws(answer.verdict, profile, now, verifySignature)
  const verdict = v.safeParse(Verdict, verified.ok ? verified.jws.payload : undefined)
  if (!verdict.success) throw new NanshaError('VERDICT_INVALID')
  const { ticket, scenario, use, claims, portrait_digest } = verdict.output
  const isAnswer =
    ticket === digestText(asked.ticket) &&
    scenario === asked.scenario &&
    use === answer.useId &&
    sameClaims(claims, answer.claims) &&
    portrait_digest === (portrait && encodeBase64url(sha256(portrait)))
  if (!isAnswer) throw new NanshaError('VERDICT_INVALID')
  return verdict.output
}

function sameClaims(a: Verdict['claims'], b: TicketVerified['claims']): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
