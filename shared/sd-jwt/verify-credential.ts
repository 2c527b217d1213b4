import * as v from 'valibot'
import { type CredentialTypeName, typeOfVct } from '../credential-types'
import { digestBytes, digestText } from '../encoding/digest'
import { NanshaError } from '../errors'
import { type DecodedJws, decodeJws } from '../jws/decode-jws'
import { keyById } from '../jws/key-by-id'
import { type JwsFault, verifyDecodedJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import { EcPublicJwk } from '../keys/ec-public-jwk'
import { statusListAt } from '../status/status-list'
import { issuerByUrl, type TrustedIssuer, type TrustList } from '../trust/trust-list'
import { applyDisclosures, type Payload } from './apply-disclosures'
import { KEY_BINDING_TYPE } from './create-key-binding'
import { parseSdJwt } from './parse-sd-jwt'

/** `typ` of an SD-JWT VC (draft-ietf-oauth-sd-jwt-vc §3.2.1). */
export const CREDENTIAL_JWS_TYPE = 'dc+sd-jwt'

const Base = v.object({
  iss: v.string(),
  vct: v.string(),
  exp: v.number(),
  cnf: v.object({ jwk: EcPublicJwk }),
  status: v.object({
    status_list: v.object({
      idx: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0x7fffffff)),
      uri: v.string(),
    }),
  }),
})

/** A credential that was signed by a trusted issuer and presented with its key. Its status is for the caller to look up. */
export interface PresentedCredential {
  readonly issuer: TrustedIssuer
  readonly type: CredentialTypeName
  /** SHA-256 of what the issuer signed, base64url: names the credential. A signature has a twin (`s` and `n − s`), so none is in it. */
  readonly digest: string
  /** With every disclosed claim in its place. */
  readonly payload: Payload & v.InferOutput<typeof Base>
  /** The payload of the KB-JWT. */
  readonly binding: Payload
}

/** What the KB-JWT must say (RFC 9901 §7.3). */
export interface ExpectedBinding {
  readonly audience: string
  readonly nonce: (payload: Payload) => boolean
  readonly window: { readonly before: number; readonly after: number }
}

/** An SD-JWT+KB in parts. */
export interface PresentedSdJwt {
  readonly jws: DecodedJws
  readonly disclosures: readonly string[]
  /** SHA-256 of all up to and with the last tilde: what the KB-JWT must say. */
  readonly sdHash: string
  readonly keyBinding: DecodedJws | undefined
}

/**
 * Verifies an SD-JWT VC with key binding, as any verifier of the standard form receives it: RFC 9901 §7.1 and §7.3,
 * draft-ietf-oauth-sd-jwt-vc §3.4. Passes at a gate are packed and come in by {@link verifyPresented}, so that every
 * credential meets the same checks.
 *
 * @param text compact form
 * @param now Unix seconds
 * @throws NanshaError QR_UNREADABLE, ISSUER_UNTRUSTED, CREDENTIAL_INVALID, CREDENTIAL_EXPIRED, TICKET_EXPIRED,
 *   TICKET_FUTURE, SCENARIO_MISMATCH; `details.check` names the check that failed
 */
export async function verifyCredential(
  text: string,
  trust: TrustList,
  expected: ExpectedBinding,
  now: number,
  verifySignature: VerifySignature,
): Promise<PresentedCredential> {
  const parsed = parseSdJwt(text)
  const jws = parsed && decodeJws(parsed.jws)
  const keyBinding = parsed?.keyBinding === undefined ? undefined : decodeJws(parsed.keyBinding)
  if (!jws || (parsed.keyBinding !== undefined && !keyBinding)) throw new NanshaError('QR_UNREADABLE')
  const { disclosures, presented } = parsed
  const issuer = issuerByUrl(trust, jws.payload.iss)
  if (!issuer) throw new NanshaError('ISSUER_UNTRUSTED')
  return verifyPresented(
    { jws, disclosures, sdHash: digestText(presented), keyBinding },
    issuer,
    expected,
    now,
    verifySignature,
  )
}

/** As {@link verifyCredential}, for a credential that is at hand in parts and whose issuer is known. */
export async function verifyPresented(
  sdJwt: PresentedSdJwt,
  issuer: TrustedIssuer,
  expected: ExpectedBinding,
  now: number,
  verifySignature: VerifySignature,
): Promise<PresentedCredential> {
  const payload = await issuerSigned(sdJwt, issuer, now, verifySignature)
  const type = typeOfVct(issuer.iss, payload.vct)
  if (!type || !issuer.types.includes(type)) throw new NanshaError('ISSUER_UNTRUSTED', { check: 'SCOPE' })
  const { uri } = payload.status.status_list
  if (statusListAt(issuer.iss, uri) === undefined) throw invalid('STATUS_URI')
  const binding = await holderSigned(sdJwt, payload.cnf.jwk, expected, now, verifySignature)
  const digest = digestBytes(sdJwt.jws.signingInput)
  return { issuer, type, digest, payload, binding }
}

async function issuerSigned(
  { jws, disclosures }: PresentedSdJwt,
  issuer: TrustedIssuer,
  now: number,
  verifySignature: VerifySignature,
): Promise<PresentedCredential['payload']> {
  const profile = {
    typ: CREDENTIAL_JWS_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 60, after: 'exp' },
    key: keyById(issuer.keys),
    refusal: (fault: JwsFault) =>
      fault === 'TOO_LATE' ? new NanshaError('CREDENTIAL_EXPIRED') : invalid(fault),
  } as const
  const verified = await verifyDecodedJws(jws, profile, now, verifySignature)
  const payload = applyDisclosures(verified.payload, disclosures)
  const base = v.safeParse(Base, payload)
  if (!base.success) throw invalid('CLAIMS')
  return { ...payload, ...base.output }
}

async function holderSigned(
  { keyBinding, sdHash }: PresentedSdJwt,
  key: EcPublicJwk,
  { audience, nonce, window }: ExpectedBinding,
  now: number,
  verifySignature: VerifySignature,
): Promise<Payload> {
  if (!keyBinding) throw invalid('KEY_BINDING_MISSING')
  const profile = {
    typ: KEY_BINDING_TYPE,
    headers: [],
    audience,
    window,
    key: () => key,
    refusal: bindingRefusal,
  }
  const { payload } = await verifyDecodedJws(keyBinding, profile, now, verifySignature)
  if (payload.sd_hash !== sdHash) throw invalid('SD_HASH')
  if (!nonce(payload)) throw invalid('NONCE')
  return payload
}

function bindingRefusal(fault: JwsFault): NanshaError {
  if (fault === 'TOO_LATE') return new NanshaError('TICKET_EXPIRED')
  if (fault === 'TOO_EARLY') return new NanshaError('TICKET_FUTURE')
  if (fault === 'AUDIENCE') return new NanshaError('SCENARIO_MISMATCH')
  return invalid(`KEY_BINDING_${fault}`)
}

function invalid(check: string): NanshaError {
  return new NanshaError('CREDENTIAL_INVALID', { check })
}
