import { randomBytes, randomInt } from 'node:crypto'
import { createBlindIndex } from '@nansha/core/crypto/blind-index'
import { createNumberIndex } from '@nansha/core/crypto/number-index'
import { secretKey, secretKeys } from '@nansha/core/crypto/secret-key'
import { readSigner } from '@nansha/core/crypto/signer'
import { enrolRemotely } from '@nansha/core/enrol/enrol-citizen'
import { randomId } from '@nansha/core/function/random-id'
import { readIssuer } from '@nansha/core/function/read-issuer'
import type { Database } from '@nansha/core/platform/database'
import { keepDatabase } from '@nansha/core/records/kept-database'
import { readRecordKeys } from '@nansha/core/records/record-keys'
import { createHolderKey } from '@nansha/shared/keys/create-holder-key'
import { RESIDENT } from './person'

/** A phone whose owner was proven, and that may fetch its credential now. */
export interface WaitingPhone {
  readonly openId: string
  readonly enrolmentId: string
}

/**
 * Makes citizens whose new phones may collect: issuing to them is all that is left to do, without cards and faces.
 *
 * @param environments of the functions, by name
 * @param appId of the citizens' app
 */
export async function makeWaitingPhones(
  database: Database,
  environments: Record<string, Record<string, string>>,
  appId: string,
  count: number,
): Promise<WaitingPhone[]> {
  const environment = { ...environments.enrol, ...environments.signer }
  const keys = readRecordKeys(environment, ['data', 'reference', 'record', 'staff'])
  const numbers = createNumberIndex(secretKeys(environment, 'NANSHA_INDEX_KEY'))
  const ports = {
    database: keepDatabase(database, keys),
    numbers,
    index: createBlindIndex(secretKey(environment, 'NANSHA_ATTEMPTS_KEY')),
    logSubjects: createBlindIndex(secretKey(environment, 'NANSHA_SUBJECT_KEY')),
    envelopes: keys.data,
    signer: readSigner(environment, 'NANSHA_ISSUER_KEY'),
    ...readIssuer(environment),
    now: Date.now,
    randomId,
    randomInt,
    randomBytes,
    vetoWithinMs: 0,
  }
  const phones: WaitingPhone[] = []
  for (let n = 0; n < count; n++) {
    const claims = { ...RESIDENT, id_number: randomId() }
    const openId = `phone-${randomId()}`
    const proven = () => ({
      enrolment: {
        _id: randomId(),
        account: `${appId}:${openId}` as const,
        consent: { version: 'bench', at: new Date() },
      },
      claims,
      numberIndex: numbers.of(claims.id_number),
      portrait: Buffer.from('a portrait'),
      assurance: 'specimen' as const,
      publicJwk: createHolderKey(randomBytes(48)).publicJwk,
      faceAt: new Date(),
    })
    await enrolRemotely(ports, proven())
    const next = proven()
    await enrolRemotely(ports, next)
    phones.push({ openId, enrolmentId: next.enrolment._id })
  }
  return phones
}
