import { randomBytes, randomInt } from 'node:crypto'
import { createRemoteSigner } from '@nansha/core/clients/remote-signer'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { hideDefect } from '@nansha/core/function/defect'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import type { IssuePorts } from '@nansha/core/issue/issue-to-wallet'
import { serveWallet, WalletHttpEvent } from '@nansha/core/issue/serve'
import { isHttpCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import type { HttpAnswer } from '@nansha/core/trust/http-answer'
import * as v from 'valibot'

const cloud = openCloud()
const record = createInvocationLog('issue')
const keys = readRecordKeys(process.env, ['data', 'reference', 'record'])
const refused = (statusCode: number): HttpAnswer => ({ statusCode, headers: {}, body: '' })
const ports: IssuePorts = {
  database: keepDatabase(cloud.database, keys),
  now: Date.now,
  randomId,
  randomInt,
  randomBytes,
  envelopes: keys.data,
  index: createBlindIndex(secretKey(process.env, 'NANSHA_REFERENCE_KEY')),
  // The function `signer` tells by the message whether its certificate goes with it.
  signer: createRemoteSigner(cloud.callFunction, 'issue', process.env, Date.now),
  verifySignature: createWebCryptoVerifier(),
  ...readIssuer(process.env),
}

/** The issuer of OpenID4VCI 1.0, called over HTTP by other wallets alone. */
export function main(event: unknown, context: unknown) {
  const isHttp = isHttpCall(cloud.begin(context))
  return record(context, (invocation) => (isHttp ? serve(event, invocation) : refuseOther(invocation)))
}

async function serve(event: unknown, invocation: Invocation): Promise<HttpAnswer> {
  const request = v.safeParse(WalletHttpEvent, event)
  invocation.action = 'http'
  try {
    const served = request.success ? await serveWallet(ports, request.output) : refused(400)
    invocation.code = `HTTP_${served.statusCode}`
    return served
  } catch (error) {
    throw hideDefect(error)
  }
}

async function refuseOther(invocation: Invocation): Promise<HttpAnswer> {
  invocation.code = 'CALLER_FORBIDDEN'
  return refused(403)
}
