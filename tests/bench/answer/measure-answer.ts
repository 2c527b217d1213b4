import { randomBytes } from 'node:crypto'
import { encodeBase64 } from '@nansha/shared/encoding/base64'
import { createJws } from '@nansha/shared/jws/create-jws'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { verifyWithNoble } from '@nansha/shared/jws/verify-with-noble'
import { askedOf } from '@nansha/shared/openid4vp/asked-of'
import { createAnswer } from '@nansha/shared/openid4vp/create-answer'
import { REQUEST_OBJECT_TYPE } from '@nansha/shared/openid4vp/request-object'
import { verifyRegistration } from '@nansha/shared/openid4vp/verify-registration'
import { verifyRequest } from '@nansha/shared/openid4vp/verify-request'
import { NOW } from '../../support/clock'
import { ISSUER } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { heldCredential, requestPayload, WALLET_NONCE } from '../../support/portal'
import {
  certify,
  clientIdOf,
  ONLINE_TRUST,
  PORTAL_KEY,
  register,
  registrantWith,
  registrarSigner,
} from '../../support/registered-portal'
import { median } from '../median'

/** Milliseconds of processor time, so that the machine's other work does not count; the middle of the rounds. */
export interface AnswerCost {
  /** Checking who asks and what for, and making the encrypted answer; without the network, the lock and the storage. */
  readonly answer: number
  /** Two verifications and one signature of the same library, of messages of the same length. */
  readonly bare: number
  /** The first answer, before anything was run once. */
  readonly first: number
}

const WARM_UP = 5

/** @param rounds after those in which the compiler warms up */
export async function measureAnswer(rounds: number): Promise<AnswerCost> {
  const certificate = certify()
  const clientId = clientIdOf(certificate)
  const header = { typ: REQUEST_OBJECT_TYPE, x5c: [encodeBase64(certificate)] }
  const object = createJws(PORTAL_KEY.privateKey, header, requestPayload(clientId))
  const word = await register(registrantWith(certificate))
  const held = await heldCredential()

  const answer = async () => {
    const registration = await verifyRegistration(word, ONLINE_TRUST, ISSUER, NOW, verifyWithNoble)
    const expected = { clientId, walletNonce: WALLET_NONCE, registration, trust: ONLINE_TRUST, now: NOW }
    const verified = await verifyRequest(object, expected, verifyWithNoble)
    const asked = askedOf(verified, registration, held)
    createAnswer(verified.request, verified.recipient, {
      credentialId: asked.credentialId,
      sdJwt: held.sdJwt,
      key: holderKey(),
      paths: asked.required,
      issuedAt: NOW,
      sessionCode: '135790',
      random: Uint8Array.from(randomBytes(60)),
    })
  }
  const [one, other] = [decodeJws(word), decodeJws(object)]
  if (!one || !other) throw new Error('not signed')
  const bare = async () => {
    const isRight =
      (await verifyWithNoble(registrarSigner.publicJwk, one.signingInput, one.signature)) &&
      (await verifyWithNoble(PORTAL_KEY.publicJwk, other.signingInput, other.signature))
    if (!isRight) throw new Error('refused')
    createJws(holderKey().privateKey, { typ: 'kb+jwt' }, { nonce: WALLET_NONCE })
  }

  const times = { answer: [] as number[], bare: [] as number[] }
  for (let round = 0; round < rounds + WARM_UP; round++) {
    times.answer.push(await timed(answer))
    times.bare.push(await timed(bare))
  }
  const [first = Number.NaN] = times.answer
  return { answer: median(times.answer.slice(WARM_UP)), bare: median(times.bare.slice(WARM_UP)), first }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
