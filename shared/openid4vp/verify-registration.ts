import * as v from 'valibot'
import { NanshaError } from '../errors'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { issuerByUrl, type TrustList } from '../trust/trust-list'
import { REGISTRATION_TYPE, Registration } from './registration'

/**
 * Checks the registrar's word on a relying party: signed by a registrar key of the issuer that the reader expects, a minute old at most.
 * A neighbour on the trust list registers nobody for the citizens of this issuer, nor for its relay.
 *
 * @param iss of the issuer whose citizen is asked
 * @param now Unix seconds
 * @throws NanshaError PORTAL_UNREGISTERED
 */
export async function verifyRegistration(
  jws: string,
  trust: TrustList,
  iss: string,
  now: number,
  verifySignature: VerifySignature,
): Promise<Registration> {
  const issuer = issuerByUrl(trust, iss)
  const profile = {
    typ: REGISTRATION_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 30, after: 'exp' },
    key: keyById(issuer?.registrarKeys ?? []),
    refusal: refuseAs('PORTAL_UNREGISTERED'),
  } as const
  const { payload } = await verifyJws(jws, profile, now, verifySignature)
  const registration = v.safeParse(Registration, payload)
  if (!registration.success || registration.output.iss !== iss) throw new NanshaError('PORTAL_UNREGISTERED')
  return registration.output
}
