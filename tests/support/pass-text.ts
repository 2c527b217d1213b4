import { decodeUtf8 } from '@nansha/shared/encoding/utf8'
import type { DecodedJws } from '@nansha/shared/jws/decode-jws'
import { unpackPass } from '@nansha/shared/pass/pack-pass'
import { presentedPass } from '@nansha/shared/pass/pass-jws'
import type { TrustedIssuer } from '@nansha/shared/trust/trust-list'
import { TRUST_LIST } from './trust'

/** The SD-JWT+KB that a proof frame stands for, in compact form, as any library reads it. */
export function passText(proof: string, issuer = TRUST_LIST.issuers[0] as TrustedIssuer): string {
  const pass = unpackPass(proof)
  const presented = pass && presentedPass(pass, issuer)
  if (!presented?.keyBinding) throw new Error('not a pass')
  return `${compact(presented.jws)}~${compact(presented.keyBinding)}`
}

function compact({ signingInput, signature }: DecodedJws): string {
  return `${decodeUtf8(signingInput)}.${Buffer.from(signature).toString('base64url')}`
}
