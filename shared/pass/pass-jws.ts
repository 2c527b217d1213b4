import { vctOf } from '../credential-types'
import { encodeBase64url } from '../encoding/base64url'
import { digestText } from '../encoding/digest'
import { encodeUtf8 } from '../encoding/utf8'
import { keyHintOf, keyIds } from '../jws/key-by-id'
import { type ExpandY, expandY } from '../keys/compress-key'
import { bindingPayload, KEY_BINDING_TYPE } from '../sd-jwt/create-key-binding'
import { CREDENTIAL_JWS_TYPE, type PresentedSdJwt } from '../sd-jwt/verify-credential'
import { statusUri } from '../status/status-list'
import type { TrustedIssuer } from '../trust/trust-list'
import type { PackedPass, ShownPass } from './packed-pass'
import { passAudience, passNonce } from './pass'

const KEY_BINDING_HEADER = { alg: 'ES256', typ: KEY_BINDING_TYPE }

/**
 * What the issuer signs: the payload of a pass, its members in exactly this order.
 *
 * @param y of the phone key, base64url
 */
export function passPayload(
  pass: Omit<PackedPass, 'signature' | 'keyHint' | 'parity'>,
  iss: string,
  y: string,
) {
  return {
    iss,
    vct: vctOf(iss, `${pass.scenario}-pass`),
    iat: pass.iat,
    nbf: pass.iat,
    exp: pass.exp,
    cnf: { jwk: { kty: 'EC', crv: 'P-256', x: pass.x, y } },
    status: { status_list: { idx: pass.index, uri: statusUri(iss, pass.list) } },
    assurance: pass.assurance,
    issuer_id: pass.issuerId,
    jti: pass.jti,
    unlock: pass.unlock,
    portrait_digest: pass.portraitDigest,
    ...pass.claims,
  }
}

/** What the issuer signs, as text: the JWS signing input (RFC 7515 §5.1). */
export function passSigningInput(header: object, payload: object): string {
  return `${encode(header)}.${encode(payload)}`
}

/**
 * The SD-JWT VC and the KB-JWT that a frame stands for, in parts and not yet believed.
 *
 * @returns `undefined` when the issuer has no such key, or the curve no such point
 */
export function presentedPass(
  pass: ShownPass,
  issuer: TrustedIssuer,
  completeY: ExpandY = expandY,
): PresentedSdJwt | undefined {
  const kid = keyIds(issuer.keys).find((one) => keyHintOf(one) === pass.keyHint)
  const y = completeY(pass.x, pass.parity)
  if (!kid || !y) return undefined
  const header = { alg: 'ES256', typ: CREDENTIAL_JWS_TYPE, kid }
  const payload = passPayload(pass, issuer.iss, y)
  const input = passSigningInput(header, payload)
  const sdHash = digestText(`${input}.${encodeBase64url(pass.signature)}~`)
  const binding = bindingPayload(sdHash, {
    audience: passAudience(pass.scenario),
    nonce: passNonce(pass.shownAt),
    issuedAt: pass.shownAt,
  })
  return {
    jws: { header, payload, signingInput: encodeUtf8(input), signature: pass.signature },
    disclosures: [],
    sdHash,
    keyBinding: {
      header: KEY_BINDING_HEADER,
      payload: binding,
      signingInput: encodeUtf8(passSigningInput(KEY_BINDING_HEADER, binding)),
      signature: pass.bindingSignature,
    },
  }
}

function encode(part: object): string {
  return encodeBase64url(encodeUtf8(JSON.stringify(part)))
}
