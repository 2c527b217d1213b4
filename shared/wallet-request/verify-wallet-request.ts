import * as v from 'valibot'
import { WalletAction } from '../api/wallet'
import { NanshaError } from '../errors'
import { id } from '../fields'
import { decodeJws } from '../jws/decode-jws'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { keyThumbprint } from '../keys/key-thumbprint'
import { REQUEST_TYPE } from './create-wallet-request'

/** Seconds around `iat` at which a request is carried out; its `jti` must be remembered for their sum. */
export const REQUEST_WINDOW = { before: 60, after: 120 }

export interface WalletRequest {
  /** The `jti`: carry out each once. */
  readonly requestId: string
  /** Unix seconds. */
  readonly issuedAt: number
  readonly action: WalletAction
}

/** @returns the thumbprint of the key that a request says it was signed with, to look that key up; not believed yet */
export function requestKeyId(request: string): string | undefined {
  const kid = decodeJws(request)?.header.kid
  return typeof kid === 'string' && v.is(id, kid) ? kid : undefined
}

/**
 * Checks a signed request of a phone.
 *
 * @param expected.key the key on record under {@link requestKeyId}
 * @param expected.now Unix seconds
 * @throws NanshaError REQUEST_INVALID
 */
export async function verifyWalletRequest(
  request: string,
  expected: { readonly audience: string; readonly key: EcPublicJwk; readonly now: number },
  verifySignature: VerifySignature,
): Promise<WalletRequest> {
  const profile = {
    typ: REQUEST_TYPE,
    headers: ['kid'],
    audience: expected.audience,
    window: REQUEST_WINDOW,
    key: ({ header }: { header: Readonly<Record<string, unknown>> }) =>
      header.kid === keyThumbprint(expected.key) ? expected.key : undefined,
    refusal: refuseAs('REQUEST_INVALID'),
  }
  const { payload } = await verifyJws(request, profile, expected.now, verifySignature)
  const { jti, iat, aud, ...action } = payload
  const parsed = v.safeParse(v.object({ jti: id, iat: v.number(), action: WalletAction }), {
    jti,
    iat,
    action,
  })
  if (!parsed.success) throw new NanshaError('REQUEST_INVALID')
  return { requestId: parsed.output.jti, issuedAt: parsed.output.iat, action: parsed.output.action }
}
