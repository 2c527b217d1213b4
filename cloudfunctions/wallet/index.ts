import { randomBytes, randomInt } from 'node:crypto'
import { chooseAlerts } from '@nansha/core/alerts/choose-alerts'
import { sendAlerts } from '@nansha/core/alerts/send-alerts'
import { createRemoteSigner } from '@nansha/core/clients/remote-signer'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { createPinHash } from '@nansha/core/crypto/pin-hash'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { type Caller, isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { accountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { chooseDocuments, chooseHousehold } from '@nansha/core/registry/choose-documents'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { chooseSoter } from '@nansha/core/unlock/choose-soter'
import { freeze } from '@nansha/core/wallet/freeze'
import { openRequest } from '@nansha/core/wallet/open-request'
import { makePortraitFrame } from '@nansha/core/wallet/passes/portrait-frame'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { WalletEvent } from '@nansha/shared/api/wallet'
import { dispatch } from './dispatch'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('wallet'))
const keys = readRecordKeys(process.env, ['data', 'pin', 'reference', 'record'])
const { jws: trustList, list: trust } = readTrustList(process.env)
const signer = createRemoteSigner(cloud.callFunction, 'wallet', process.env, Date.now)
const issuer = readIssuer(process.env)
const database = keepDatabase(cloud.database, keys)
const verifySignature = createWebCryptoVerifier()
const registries = {
  ...issuer,
  database,
  envelopes: keys.data,
  fetch,
  now: Date.now,
  randomId,
  verifySignature,
}
const ports: WalletPorts = {
  trustList,
  trust,
  database,
  now: Date.now,
  randomId,
  envelopes: keys.data,
  pins: createPinHash(secretKey(process.env, 'NANSHA_PIN_KEY')),
  logSubjects: createBlindIndex(secretKey(process.env, 'NANSHA_SUBJECT_KEY')),
  signer,
  // The function `signer` tells by the message whether its certificate goes with it.
  onlineSigner: signer,
  randomBytes,
  makePortraitFrame,
  ...issuer,
  randomInt,
  verifySignature,
  acceptSpecimens: process.env.NANSHA_STAGE === 'local',
  verifySoter: chooseSoter(process.env, { fetch, now: Date.now }),
  alerts: chooseAlerts(process.env, { fetch, now: Date.now }),
  documents: chooseDocuments(process.env, registries),
  household: chooseHousehold(process.env, registries),
}

/** functions.json gives it 20 seconds. */
const TIME_LIMIT_MS = 20_000

/** A signed request of a phone, a freeze by the account, or the timer that has waiting messages sent. */
export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  const started = Date.now()
  return answer(context, async (invocation) => {
    if (!isTimerCall(caller)) return act(event, caller, invocation)
    invocation.action = 'send-alerts'
    return sendAlerts(ports, () => started + TIME_LIMIT_MS - Date.now())
  })
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const account = accountKey(requireAccount(caller))
  const parsed = parseEvent(WalletEvent, event)
  if ('request' in parsed) {
    const request = await openRequest(ports, account, parsed.request)
    invocation.action = request.action.action
    return dispatch(ports, request)
  }
  invocation.action = parsed.action
  await freeze(ports, account)
  return {}
}
