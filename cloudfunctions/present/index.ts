import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { openCloud } from '@nansha/core/platform/cloud'
import { carry, type PresentPorts } from '@nansha/core/present/carry'
import { postForm } from '@nansha/core/present/post-form'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { PresentEvent } from '@nansha/shared/api/present'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('present'))
/** Never by a setting of its own: what opens a developer's machine is what makes a deployment one. */
const reach = { local: process.env.NANSHA_STAGE === 'local' }
const ports: PresentPorts = {
  trust: readTrustList(process.env).list,
  issuerUrl: readIssuer(process.env).issuerUrl,
  now: Date.now,
  verifySignature: createWebCryptoVerifier(),
  post: (address, fields) => postForm(address, fields, reach),
}

/** Mini-programs reach only the domains of their own list, so this carries requests and answers for them, blind. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.caller()
  return answer(context, (invocation) => {
    requireAccount(caller)
    const parsed = parseEvent(PresentEvent, event)
    invocation.action = parsed.action
    return carry(ports, parsed)
  })
}
