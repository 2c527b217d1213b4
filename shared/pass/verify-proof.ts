import { NanshaError } from '../errors'
import type { VerifySignature } from '../jws/verify-signature'
import type { PassScenario } from '../scenarios'
import type { Payload } from '../sd-jwt/apply-disclosures'
import { type PresentedCredential, verifyPresented } from '../sd-jwt/verify-credential'
import { ACCEPTED_AFTER, ACCEPTED_BEFORE } from '../ticket/ticket'
import { issuerById, type TrustList } from '../trust/trust-list'
import { unpackPass } from './pack-pass'
import type { ShownPass } from './packed-pass'
import { passAudience, passNonce } from './pass'
import { presentedPass } from './pass-jws'

const WINDOW = { before: ACCEPTED_BEFORE, after: ACCEPTED_AFTER }

/**
 * Verifies the proof frame of a pass as far as the frame itself goes: parse, issuer, signature, time, key binding. Its
 * status is for the caller to look up.
 *
 * @param text as scanned
 * @param now Unix seconds
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED, TICKET_EXPIRED,
 *   TICKET_FUTURE, SCENARIO_MISMATCH
 */
export async function verifyProof(
  text: string,
  scenario: PassScenario,
  trust: TrustList,
  now: number,
  verifySignature: VerifySignature,
): Promise<{ readonly pass: ShownPass; readonly presented: PresentedCredential }> {
  const pass = unpackPass(text)
  if (!pass) throw new NanshaError('QR_UNREADABLE')
  const issuer = issuerById(trust, pass.issuerId)
  if (!issuer) throw new NanshaError('ISSUER_UNTRUSTED')
  const sdJwt = presentedPass(pass, issuer, verifySignature.expandY)
  if (!sdJwt) throw new NanshaError('CREDENTIAL_INVALID', { check: 'KEY' })
  const expected = {
    audience: passAudience(scenario),
    nonce: ({ iat, nonce }: Payload) => nonce === passNonce(Number(iat)),
    window: WINDOW,
  }
  const presented = await verifyPresented(sdJwt, issuer, expected, now, verifySignature)
  return { pass, presented }
}
