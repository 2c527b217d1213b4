import * as v from 'valibot'
import { NanshaError } from '../errors'
import { unixSeconds } from '../fields'
import { keyById } from '../jws/key-by-id'
import { verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { TrustedIssuer } from '../trust/trust-list'
import { LOG_HEAD_TYPE } from './log-entry'

const SignedHead = v.object({
  iss: v.string(),
  iat: unixSeconds,
  size: v.pipe(v.number(), v.integer(), v.minValue(0)),
  hash: v.pipe(v.string(), v.length(43)),
})
export type SignedHead = v.InferOutput<typeof SignedHead>

/** A head older than this was not published as it should be: sweep signs one every five minutes. Seconds. */
const FRESH = 24 * 3600

/**
 * Checks a published head of the issuance log. Keep it: a later one must extend it.
 *
 * @param now Unix seconds
 * @throws NanshaError LOG_INVALID
 */
export async function verifyHead(
  jws: string,
  issuer: TrustedIssuer,
  now: number,
  verifySignature: VerifySignature,
): Promise<SignedHead> {
  const profile = {
    typ: LOG_HEAD_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 300, after: FRESH },
    key: keyById(issuer.keys),
  }
  const verified = await verifyJws(jws, profile, now, verifySignature)
  const head = v.safeParse(SignedHead, verified.ok ? verified.jws.payload : undefined)
  if (!head.success || head.output.iss !== issuer.iss) throw new NanshaError('LOG_INVALID')
  return head.output
}
