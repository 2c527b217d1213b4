import * as v from 'valibot'
import { decodeBase64url } from '../encoding/base64url'

const coordinate = v.pipe(
  v.string(),
  v.length(43),
  v.check((text) => decodeBase64url(text)?.length === 32, 'not 32 bytes in canonical base64url'),
)

/** A P-256 public key (RFC 7518 §6.2.1), reduced to the members that define it; a private member is refused. */
export const EcPublicJwk = v.pipe(
  v.looseObject({ kty: v.literal('EC'), crv: v.literal('P-256'), x: coordinate, y: coordinate }),
  v.check((jwk) => !('d' in jwk), 'a private key'),
  v.transform(({ kty, crv, x, y }) => ({ kty, crv, x, y })),
)
export type EcPublicJwk = v.InferOutput<typeof EcPublicJwk>
