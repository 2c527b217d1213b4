import { createJws } from '../jws/create-jws'
import type { HolderKey } from '../keys/create-holder-key'
import { keyThumbprint } from '../keys/key-thumbprint'

export const OPERATOR_CALL_TYPE = 'nansha-operator+jwt'

/**
 * Signs what an operator asks of a function. The platform's own credentials reach every function of an environment; they
 * make nobody an operator.
 *
 * @param call.audience the issuer's URL
 * @param call.issuedAt Unix seconds
 * @param call.callId 16 random bytes, base64url; the server carries one out once
 * @param call.event the event of the function, as its schema has it
 * @returns compact JWS, the `signed` of shared/api/operator.ts
 */
export function createOperatorCall(call: {
  readonly key: HolderKey
  readonly audience: string
  readonly issuedAt: number
  readonly callId: string
  readonly event: object
}): string {
  return createJws(
    call.key.privateKey,
    { typ: OPERATOR_CALL_TYPE, kid: keyThumbprint(call.key.publicJwk) },
    { aud: call.audience, iat: call.issuedAt, jti: call.callId, event: call.event },
  )
}
