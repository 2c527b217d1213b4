import * as v from 'valibot'
import { NanshaError } from '../errors'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { EcPublicJwk } from '../keys/ec-public-jwk'
import { PROOF_TYPE } from './create-proof-of-possession'

/** Seconds between signing and arrival: the photos are uploaded in between, not after. */
const WINDOW = { before: 60, after: 600 }

/**
 * Checks a proof of possession. The key is the one the proof itself brings: what is proven is that the sender holds it.
 *
 * @param expected.nonce of this enrolment
 * @param expected.now Unix seconds
 * @returns the phone's public key
 * @throws NanshaError PROOF_INVALID
 */
export async function verifyProofOfPossession(
  proof: string,
  expected: { readonly audience: string; readonly nonce: string; readonly now: number },
  verifySignature: VerifySignature,
): Promise<EcPublicJwk> {
  const profile = {
    typ: PROOF_TYPE,
    headers: ['jwk'],
    audience: expected.audience,
    window: WINDOW,
    key: ({ header }: { header: Readonly<Record<string, unknown>> }) => broughtKey(header),
    refusal: refuseAs('PROOF_INVALID'),
  }
  const { header, payload } = await verifyJws(proof, profile, expected.now, verifySignature)
  const key = broughtKey(header)
  if (!key || payload.nonce !== expected.nonce) throw new NanshaError('PROOF_INVALID')
  return key
}

function broughtKey(header: Readonly<Record<string, unknown>>): EcPublicJwk | undefined {
  const parsed = v.safeParse(EcPublicJwk, header.jwk)
  return parsed.success ? parsed.output : undefined
}
