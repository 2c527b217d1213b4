import { randomBytes, randomInt } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createCheckLiveness } from '@nansha/core/clients/check-liveness'
import { createCropPortrait } from '@nansha/core/clients/crop-portrait'
import { createMatchFaces } from '@nansha/core/clients/match-faces'
import { createReadCard } from '@nansha/core/clients/read-card'
import { createRemoteSigner } from '@nansha/core/clients/remote-signer'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { createNumberIndex } from '@nansha/core/crypto/number-index'
import { secretKey, secretKeys } from '@nansha/core/crypto/secret-key'
import { createWebCryptoVerifier } from '@nansha/core/crypto/verify-with-webcrypto'
import { answerStep } from '@nansha/core/enrol/answer-step'
import { askChallenge } from '@nansha/core/enrol/ask-challenge'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { checkSelfie } from '@nansha/core/enrol/check-selfie'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import { applyAtCounter, collectApplication } from '@nansha/core/enrol/counter/apply'
import { approveApplication, type CounterPorts } from '@nansha/core/enrol/counter/approve-application'
import { beginApplication } from '@nansha/core/enrol/counter/begin-application'
import { approveChild } from '@nansha/core/enrol/counter/child/approve-child'
import { type ChildPorts, findChild } from '@nansha/core/enrol/counter/child/find-child'
import { openApplication } from '@nansha/core/enrol/counter/open-application'
import { readCounterCard } from '@nansha/core/enrol/counter/read-counter-card'
import { refuseApplication } from '@nansha/core/enrol/counter/refuse-application'
import { freezeAtCounter } from '@nansha/core/enrol/freeze/freeze-at-counter'
import { openFilming } from '@nansha/core/enrol/open-filming'
import { readCard } from '@nansha/core/enrol/read-card'
import { collectRebinding, readVetoTime } from '@nansha/core/enrol/rebinding'
import { beginRecheck } from '@nansha/core/enrol/recheck/begin-recheck'
import { submitRecheck } from '@nansha/core/enrol/recheck/submit-recheck'
import { renewIndexes } from '@nansha/core/enrol/renew-index'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { createAnswer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import { createInvocationLog, type Invocation } from '@nansha/core/function/record-invocation'
import { requireAccount } from '@nansha/core/function/require-account'
import { type Services, serveAction } from '@nansha/core/function/serve-action'
import { isSignedCall, type OperatorCallPorts, openCall } from '@nansha/core/organisation/open-call'
import { readOperators } from '@nansha/core/organisation/operators'
import { type Caller, isTimerCall } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { createStorageRoot } from '@nansha/core/platform/storage-root'
import { type AccountKey, accountKey } from '@nansha/core/records/account-key'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { chooseHousehold } from '@nansha/core/registry/choose-documents'
import { chooseRegistry } from '@nansha/core/registry/choose-registry'
import { openRequest } from '@nansha/core/wallet/open-request'
import { CounterEvent } from '@nansha/shared/api/counter'
import { EnrolEvent } from '@nansha/shared/api/enrol'
import { TelephoneEvent } from '@nansha/shared/api/telephone'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { freezeByTelephone } from './freeze-by-telephone'
import { parseOrAbandon } from './parse-or-abandon'

const Event = v.variant('action', [EnrolEvent, CounterEvent, TelephoneEvent])

const cloud = openCloud()
const answer = createAnswer(createInvocationLog('enrol'))
const keys = readRecordKeys(process.env, ['data', 'reference', 'record', 'staff'])
const records = {
  database: keepDatabase(cloud.database, keys),
  numbers: createNumberIndex(secretKeys(process.env, 'NANSHA_INDEX_KEY')),
  index: createBlindIndex(secretKey(process.env, 'NANSHA_ATTEMPTS_KEY')),
  logSubjects: createBlindIndex(secretKey(process.env, 'NANSHA_SUBJECT_KEY')),
  envelopes: keys.data,
  matchFaces: createMatchFaces(cloud.callFunction),
  now: Date.now,
  randomId,
  verifySignature: createWebCryptoVerifier(),
}
const registry = chooseRegistry(process.env, { ...records, fetch })
const issuer = readIssuer(process.env)
const ports: CounterPorts & ChildPorts & OperatorCallPorts = {
  ...records,
  readCard: createReadCard(cloud.callFunction),
  checkLiveness: createCheckLiveness(cloud.callFunction),
  cropPortrait: createCropPortrait(cloud.callFunction),
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  randomInt,
  randomBytes,
  signer: createRemoteSigner(cloud.callFunction, 'enrol', process.env, Date.now),
  ...issuer,
  household: chooseHousehold(process.env, { ...records, ...issuer, fetch }),
  registry,
  lightChallenge: process.env.NANSHA_LIGHT_CHALLENGE === 'on',
  vetoWithinMs: readVetoTime(process.env),
  operators: readOperators(process.env),
  wait: (milliseconds) => setTimeout(milliseconds),
}

interface Asking {
  readonly account: AccountKey
  readonly unionId: string | null
  readonly event: unknown
}

const services: Services<v.InferOutput<typeof Event>, Asking> = {
  begin: ({ account }, request) => beginEnrolment(ports, account, request),
  'read-card': ({ account }, request) => readCard(ports, account, request),
  challenge: ({ account }, request) => askChallenge(ports, account, request.enrolmentId),
  'answer-step': ({ account }, request) => answerStep(ports, account, request),
  'check-selfie': ({ account }, request) => checkSelfie(ports, account, request.enrolmentId),
  film: ({ account }, request) => openFilming(ports, account, request),
  submit: ({ account }, request) => submitEnrolment(ports, account, request),
  'face-begin': ({ account }, request) => showFace(account, request),
  'face-submit': ({ account }, request) => showFace(account, request),
  collect: ({ account }, request) => collectRebinding(ports, account, request.enrolmentId),
  cancel: ({ account }, request) => cancelEnrolment(ports, account, request.enrolmentId),
  'counter-begin': ({ account, unionId }) => beginApplication(ports, account, unionId),
  'counter-apply': ({ account }, request) => applyAtCounter(ports, account, request),
  'counter-collect': ({ account }, request) => collectApplication(ports, account, request.applicationId),
  'counter-open': ({ account }, request) => openApplication(ports, account, request.code),
  'counter-read-card': ({ account }, request) => readCounterCard(ports, account, request),
  'counter-refuse': ({ account }, request) => refuseApplication(ports, account, request.applicationId),
  'counter-approve': ({ account, unionId }, request) => approveApplication(ports, account, unionId, request),
  'counter-find-child': ({ account }, request) => findChild(ports, account, request),
  'counter-approve-child': ({ account, unionId }, request) => approveChild(ports, account, unionId, request),
  'counter-freeze': ({ account }, request) => freezeAtCounter(ports, account, request),
  'telephone-freeze': ({ account, event }, request) =>
    freezeByTelephone(ports, { who: account, callId: ports.randomId(), event }, request),
}

export function main(event: unknown, context: unknown) {
  const caller = cloud.begin(context)
  return answer(context, (invocation) => act(event, caller, invocation))
}

/** Does what the phone key asked for, if that is what the event says. */
async function showFace(
  account: AccountKey,
  { action, request }: Extract<EnrolEvent, { action: 'face-begin' | 'face-submit' }>,
): Promise<object> {
  const { action: asked, ...holder } = await openRequest(ports, account, request)
  if (asked.action === 'face-begin' && action === asked.action) return beginRecheck(ports, holder, asked)
  if (asked.action === 'face-submit' && action === asked.action)
    return submitRecheck(ports, holder, asked.enrolment)
  throw new NanshaError('INPUT_INVALID', { field: 'request' })
}

/** An operator who signs asks for one thing only. */
async function answerOperator(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  const call = await openCall(ports, caller, event)
  const request = parseEvent(TelephoneEvent, call.event)
  invocation.action = request.action
  await freezeByTelephone(ports, call, request)
  return {}
}

async function act(event: unknown, caller: Caller, invocation: Invocation): Promise<object> {
  // This function has the keys that it takes; the timer in config.json starts it, and nothing else can.
  if (isTimerCall(caller)) {
    invocation.action = 'renew-index'
    return { renewed: await renewIndexes(ports) }
  }
  if (isSignedCall(event)) return answerOperator(event, caller, invocation)
  const person = requireAccount(caller)
  const account = accountKey(person)
  const request = await parseOrAbandon(ports, account, Event, event)
  invocation.action = request.action
  return serveAction(services, { account, unionId: person.unionId ?? null, event }, request)
}
