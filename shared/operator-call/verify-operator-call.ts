import * as v from 'valibot'
import { NanshaError } from '../errors'
import { id } from '../fields'
import { refuseAs, verifyJws } from '../jws/verify-jws'
import type { VerifySignature } from '../jws/verify-signature'
import type { EcPublicJwk } from '../keys/ec-public-jwk'
import { OPERATOR_CALL_TYPE } from './create-operator-call'

/** Seconds around `iat` at which a call is carried out. */
const WINDOW = { before: 60, after: 300 }

const Payload = v.object({ jti: id, event: v.record(v.string(), v.unknown()) })

export interface OperatorCall {
  /** The `jti`: carry out each once. */
  readonly callId: string
  /** RFC 7638 thumbprint of the key that signed. */
  readonly keyId: string
  /** Not parsed yet. */
  readonly event: unknown
}

/**
 * Checks a signed call of an operator.
 *
 * @param expected.keys the operators' keys by their thumbprints
 * @param expected.now Unix seconds
 * @throws NanshaError OPERATOR_CALL_INVALID, the same whatever is wrong with it
 */
export async function verifyOperatorCall(
  signed: string,
  expected: {
    readonly audience: string
    readonly keys: ReadonlyMap<string, EcPublicJwk>
    readonly now: number
  },
  verifySignature: VerifySignature,
): Promise<OperatorCall> {
  const profile = {
    typ: OPERATOR_CALL_TYPE,
    headers: ['kid'],
    audience: expected.audience,
    window: WINDOW,
    key: ({ header }: { header: Readonly<Record<string, unknown>> }) =>
      typeof header.kid === 'string' ? expected.keys.get(header.kid) : undefined,
    refusal: refuseAs('OPERATOR_CALL_INVALID'),
  }
  const verified = await verifyJws(signed, profile, expected.now, verifySignature)
  const payload = v.safeParse(Payload, verified.payload)
  if (!payload.success) throw new NanshaError('OPERATOR_CALL_INVALID')
  const { jti, event } = payload.output
  return { callId: jti, keyId: String(verified.header.kid), event }
}
