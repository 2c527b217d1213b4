import { randomBytes, randomInt } from 'node:crypto'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { createEnvelopes } from '@nansha/core/crypto/envelope'
import { secretKey } from '@nansha/core/crypto/secret-key'
import { beginEnrolment } from '@nansha/core/enrol/begin-enrolment'
import { cancelEnrolment } from '@nansha/core/enrol/close-enrolment'
import type { EnrolPorts } from '@nansha/core/enrol/enrol-ports'
import { collectRebinding, readVetoTime } from '@nansha/core/enrol/rebinding'
import { submitEnrolment } from '@nansha/core/enrol/submit-enrolment'
import { createStorageRoot } from '@nansha/core/enrol/uploads'
import { createMatchFaces } from '@nansha/core/face-client/match-faces'
import { answer } from '@nansha/core/function/answer'
import { parseEvent } from '@nansha/core/function/parse-event'
import { randomId } from '@nansha/core/function/random-id'
import { requireAccount } from '@nansha/core/function/require-account'
import { readIssuer } from '@nansha/core/keys/read-issuer'
import { readSigner } from '@nansha/core/keys/signer'
import { createWebCryptoVerifier } from '@nansha/core/keys/verify-with-webcrypto'
import type { Caller } from '@nansha/core/platform/caller'
import { openCloud } from '@nansha/core/platform/cloud'
import { accountKey } from '@nansha/core/records/account-key'
import { chooseRegistry } from '@nansha/core/registry/choose-registry'
import { EnrolEvent } from '@nansha/shared/api/enrol'

const cloud = openCloud()
const records = {
  database: cloud.database,
  index: createBlindIndex(secretKey(process.env, 'NANSHA_INDEX_KEY')),
  envelopes: createEnvelopes(secretKey(process.env, 'NANSHA_DATA_KEY')),
  matchFaces: createMatchFaces(cloud.callFunction),
}
const ports: EnrolPorts = {
  ...records,
  files: cloud.files,
  storageRoot: createStorageRoot(cloud.files),
  now: Date.now,
  randomId,
  randomInt,
  randomBytes,
  signer: readSigner(process.env, 'NANSHA_ISSUER_KEY'),
  ...readIssuer(process.env),
  verifySignature: createWebCryptoVerifier(),
  registry: chooseRegistry(process.env, records),
  vetoWithinMs: readVetoTime(process.env),
}

export function main(event: unknown) {
  const caller = cloud.caller()
  return answer(Date.now, () => act(event, caller))
}

async function act(event: unknown, caller: Caller): Promise<object> {
  const account = accountKey(requireAccount(caller))
  const request = parseEvent(EnrolEvent, event)
  switch (request.action) {
    case 'begin':
      return beginEnrolment(ports, account, request)
    case 'submit':
      return submitEnrolment(ports, account, request)
    case 'collect':
      return collectRebinding(ports, account, request.enrolmentId)
    case 'cancel':
      await cancelEnrolment(ports, account, request.enrolmentId)
      return {}
  }
}
