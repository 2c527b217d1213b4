import { signingKeyName } from '@nansha/core/clients/remote-signer'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { readCertifiedSigner, readSigner } from '@nansha/core/crypto/signer'
import { createAnswer } from '@nansha/core/function/answer'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { isFunctionCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createSigningService } from '@nansha/core/signing/sign-for-caller'
import { openSigningRequest, SIGNING_CALLERS, type SigningCaller } from '@nansha/core/signing/signing-request'
import { NanshaError } from '@nansha/shared/errors'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('signer'))
const keys = Object.fromEntries(
  SIGNING_CALLERS.map((caller) => [caller, secretKey(process.env, signingKeyName(caller))]),
) as Record<SigningCaller, Buffer>
const sign = createSigningService(
  {
    issuer: readSigner(process.env, 'NANSHA_ISSUER_KEY'),
    online: readCertifiedSigner(process.env, 'NANSHA_ISSUER_KEY', 'NANSHA_ISSUER_CERTIFICATE'),
    desk: readSigner(process.env, 'NANSHA_DESK_KEY'),
  },
  { ...readIssuer(process.env), acceptSpecimens: process.env.NANSHA_STAGE === 'local', now: Date.now },
)

/** Signs for the functions of this environment. It holds the keys that sign, reads no database and has no other secret. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.caller()
  return answer(context, async (invocation) => {
    if (!isFunctionCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
    const asked = openSigningRequest(keys, event, Date.now)
    invocation.action = `for-${asked.caller}`
    return { signed: await sign(asked.caller, asked.messages) }
  })
}
