import { randomInt } from 'node:crypto'
import { createMatchFaces } from '@nansha/core/clients/match-faces'
import { createRemoteSigner } from '@nansha/core/clients/remote-signer'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { type Services, serveAction } from '@nansha/core/function/serve-action'
import { createSealForReceiver } from '@nansha/core/guests/seal-for-receiver'
import { readOperators } from '@nansha/core/organisation/operators'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { type AccountKey, accountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { readTrustList } from '@nansha/core/trust/read-trust-list'
import { collectAnswer } from '@nansha/core/verify/collect-answer'
import { beginComparison, compareFaces } from '@nansha/core/verify/compare-faces'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { countChecks } from '@nansha/core/verify/count-checks'
import { createBundle } from '@nansha/core/verify/create-bundle'
import { listChecks } from '@nansha/core/verify/list-checks'
import { listWarnings } from '@nansha/core/verify/list-warnings'
import { openSession } from '@nansha/core/verify/open-session'
import { recordCardCheck } from '@nansha/core/verify/record-card-check'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { showDeskCode } from '@nansha/core/verify/show-desk-code'
import type { VerifyPorts } from '@nansha/core/verify/verify-ports'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { VerifyEvent } from '@nansha/shared/api/verify'

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('verify'))
const keys = readRecordKeys(process.env, ['data', 'reference', 'record', 'staff', 'guest', 'stay'])
const { jws: trustList, list: trust } = readTrustList(process.env)
const issuer = readIssuer(process.env)
const ports: VerifyPorts = {
  database: keepDatabase(cloud.database, keys),
  now: Date.now,
  randomId,
  randomInt,
  envelopes: keys.data,
  verifySignature: createWebCryptoVerifier(),
  ...issuer,
  sealForReceiver: createSealForReceiver(trust, issuer.issuerUrl),
  deskSigner: createRemoteSigner(cloud.callFunction, 'verify', process.env, Date.now),
  trustList,
  trust,
  operators: readOperators(process.env),
  acceptSpecimens: process.env.NANSHA_STAGE === 'local',
}

const comparing = {
  ...ports,
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  matchFaces: createMatchFaces(cloud.callFunction),
}

const services: Services<VerifyEvent, AccountKey> = {
  session: (account) => openSession(ports, account),
  bundle: (account) => createBundle(ports, account),
  ticket: (account, request) => verifyTicket(ports, account, request),
  'desk-code': (account, request) => showDeskCode(ports, account, request.scenario, request.spoken),
  collect: (account, request) => collectAnswer(ports, account, request.nonces),
  'pass-use': (account, request) => recordPassUse(ports, account, request),
  'card-check': (account, request) => recordCardCheck(ports, account, request),
  checks: (account, request) => listChecks(ports, account, request.before),
  day: (account, request) => countChecks(ports, account, request.day),
  warnings: (account, request) => listWarnings(ports, account, request.read),
  'begin-comparison': (account, request) => beginComparison(ports, account, request.useId),
  'compare-faces': (account, request) => compareFaces(comparing, account, request),
  confirm: (account, request) => confirmUse(ports, account, request),
}

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const account = accountKey(requireAccount(caller))
  const request = parseEvent(VerifyEvent, event)
  invocation.action = request.action
  return serveAction(services, account, request)
}
