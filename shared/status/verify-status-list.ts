import { unzlibSync } from 'fflate'
import * as v from 'valibot'
import { decodeBase64url } from '../encoding/base64url'
import { NanshaError } from '../errors'
import { unixSeconds } from '../fields'
import { keyById } from '../jws/key-by-id'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { STATUS_LIST_SIZE, STATUS_LIST_TYPE } from './status-list'

const Payload = v.object({
  sub: v.string(),
  iat: unixSeconds,
  exp: unixSeconds,
  status_list: v.object({ bits: v.literal(2), lst: v.pipe(v.string(), v.maxLength(65_536)) }),
})

/** A list that may be believed until `exp`. */
export interface StatusList {
  readonly uri: string
  /** Unix seconds. */
  readonly iat: number
  readonly exp: number
  /** Two bits a credential; read with `statusAt`. */
  readonly bytes: Uint8Array
}

/**
 * Checks a status list token (draft-ietf-oauth-status-list §8.3).
 *
 * @param expected.uri where the credential says that the list is
 * @param expected.keys of the credential's issuer
 * @param expected.notBefore `iat` of the newest list seen of this address: an older one is a roll-back
 * @param now Unix seconds
 * @throws NanshaError TRUST_OUTDATED, TRUST_INVALID
 */
export async function verifyStatusList(
  token: string,
  expected: { readonly uri: string; readonly keys: readonly EcPublicJwk[]; readonly notBefore: number },
  now: number,
  verifySignature: VerifySignature,
): Promise<StatusList> {
  const profile = {
    typ: STATUS_LIST_TYPE,
    headers: ['kid'],
    audience: null,
    window: { before: 300, after: 'exp' },
    key: keyById(expected.keys),
    refusal: refuseAs('TRUST_INVALID', { TOO_LATE: 'TRUST_OUTDATED' }),
  } as const
  const verified = await verifyJws(token, profile, now, verifySignature)
  const payload = v.safeParse(Payload, verified.payload)
  const bytes = payload.success ? inflate(payload.output.status_list.lst) : undefined
  if (!payload.success || !bytes) throw new NanshaError('TRUST_INVALID')
  const { sub, iat, exp } = payload.output
  if (sub !== expected.uri || iat < expected.notBefore) throw new NanshaError('TRUST_INVALID')
  return { uri: sub, iat, exp, bytes }
}

/** Inflates at most one list: of a bomb, no more than a byte beyond that is ever held. */
function inflate(lst: string): Uint8Array | undefined {
  const compressed = decodeBase64url(lst)
  if (!compressed) return undefined
  const largest = (STATUS_LIST_SIZE * 2) / 8
  try {
    const bytes = unzlibSync(compressed, { out: new Uint8Array(largest + 1) })
    return bytes.length <= largest ? bytes : undefined
  } catch {
    return undefined
  }
}
