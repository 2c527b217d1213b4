import { type ErrorCode, NanshaError } from '../errors'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { type DecodedJws, decodeJws } from './decode-jws'
import type { VerifySignature } from './verify-signature'

/** Why a JWS was not believed; the first check that failed, in the order of this list. */
export type JwsFault =
  | 'MALFORMED'
  | 'ALGORITHM'
  | 'TYPE'
  | 'CRITICAL'
  | 'KEY'
  | 'SIGNATURE'
  | 'AUDIENCE'
  | 'TOO_EARLY'
  | 'TOO_LATE'

/** What a kind of message demands of the JWS that carries it. Each kind states all of it in one place. */
export interface JwsProfile {
  /** Exactly this `typ` (RFC 8725 §3.11), without `application/`. */
  readonly typ: string
  /** Header parameters that may occur besides `alg` and `typ`; anything else is refused, `crit` always. */
  readonly headers: readonly string[]
  /** Who it must be for; `null` for messages that are for everybody. */
  readonly audience: string | null
  /** Seconds before and after its `iat` at which it is good; `after: 'exp'` when it states its own end. */
  readonly window: { readonly before: number; readonly after: number | 'exp' }
  /** The key to check with. It comes from what the reader already trusts, and never only from the message. */
  readonly key: (jws: DecodedJws) => EcPublicJwk | undefined
  /** What is thrown for each fault. */
  readonly refusal: (fault: JwsFault) => NanshaError
}

/** @param others faults that have a code of their own */
export function refuseAs(
  code: ErrorCode,
  others: Partial<Readonly<Record<JwsFault, ErrorCode>>> = {},
): JwsProfile['refusal'] {
  return (fault) => new NanshaError(others[fault] ?? code)
}

/**
 * The one place where the header, the signature, the audience and the times of a JWS are checked (RFC 7515 §5.2, RFC 8725).
 *
 * @param jws compact form
 * @param now Unix seconds
 * @param verifySignature the back end of this platform
 * @throws NanshaError as the profile words the fault
 */
export async function verifyJws(
  jws: string,
  profile: JwsProfile,
  now: number,
  verifySignature: VerifySignature,
): Promise<DecodedJws> {
  const decoded = decodeJws(jws)
  if (!decoded) throw profile.refusal('MALFORMED')
  return verifyDecodedJws(decoded, profile, now, verifySignature)
}

/** As {@link verifyJws}, for a JWS that is at hand in parts. */
export async function verifyDecodedJws(
  decoded: DecodedJws,
  profile: JwsProfile,
  now: number,
  verifySignature: VerifySignature,
): Promise<DecodedJws> {
  const fault =
    headerFault(decoded.header, profile) ??
    (await signatureFault(decoded, profile, verifySignature)) ??
    payloadFault(decoded.payload, profile, now)
  if (fault) throw profile.refusal(fault)
  return decoded
}

function headerFault(header: DecodedJws['header'], profile: JwsProfile): JwsFault | undefined {
  if (header.alg !== 'ES256') return 'ALGORITHM'
  if (header.typ !== profile.typ) return 'TYPE'
  const known = ['alg', 'typ', ...profile.headers]
  return Object.keys(header).every((name) => known.includes(name)) ? undefined : 'CRITICAL'
}

async function signatureFault(
  decoded: DecodedJws,
  profile: JwsProfile,
  verifySignature: VerifySignature,
): Promise<JwsFault | undefined> {
  const key = profile.key(decoded)
  if (!key) return 'KEY'
  return (await verifySignature(key, decoded.signingInput, decoded.signature)) ? undefined : 'SIGNATURE'
}

function payloadFault(
  { aud, iat, nbf, exp }: DecodedJws['payload'],
  { audience, window }: JwsProfile,
  now: number,
): JwsFault | undefined {
  if (audience !== null && aud !== audience) return 'AUDIENCE'
  if (!isTime(iat) || (nbf !== undefined && !isTime(nbf)) || (exp !== undefined && !isTime(exp)))
    return 'MALFORMED'
  if (now < iat - window.before || (nbf !== undefined && now < nbf - window.before)) return 'TOO_EARLY'
  if (window.after === 'exp' && exp === undefined) return 'MALFORMED'
  const isExpired = exp !== undefined && now >= exp // "on or after" (RFC 7519 §4.1.4)
  return isExpired || (window.after !== 'exp' && now > iat + window.after) ? 'TOO_LATE' : undefined
}

function isTime(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}
