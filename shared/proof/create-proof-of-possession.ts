import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'

/** `typ` of the proof (OpenID4VCI 1.0, Appendix F.1). */
export const PROOF_TYPE = 'openid4vci-proof+jwt'

/**
 * Proves to the issuer that this phone holds the key that the credential shall name (OpenID4VCI 1.0, Appendix F.1).
 *
 * @param request.audience the issuer's URL
 * @param request.nonce as given by the issuer for this enrolment
 * @param request.issuedAt Unix seconds, corrected to the server's clock
 * @returns compact JWS
 */
export function createProofOfPossession(request: {
  readonly key: HolderKey
  readonly audience: string
  readonly nonce: string
  readonly issuedAt: number
}): string {
  return createJws(
    request.key.privateKey,
    { typ: PROOF_TYPE, jwk: request.key.publicJwk },
    { aud: request.audience, iat: request.issuedAt, nonce: request.nonce },
  )
}
