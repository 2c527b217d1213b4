import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { keyById } from '@nansha/shared/jws/key-by-id'
import { refuseAs, verifyJws } from '@nansha/shared/jws/verify-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import { postJwt } from '../clients/post-jwt'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { RandomId } from '../function/random-id'

/** `typ` of a question and of an answer (docs/document-registry.md). */
export const DOCUMENT_QUESTION_TYPE = 'nansha-document-question+jwt'
export const DOCUMENT_ANSWER_TYPE = 'nansha-document-answer+jwt'

const TIMEOUT_MS = 6_000
/** For so long a question may be answered, and an answer be believed. */
const GOOD_FOR_SECONDS = 60

export interface HttpDocumentPorts {
  /** The registry's endpoint; also the audience of questions. */
  readonly url: string
  /** With which it signs answers. */
  readonly keys: readonly EcPublicJwk[]
  readonly issuerUrl: string
  readonly signer: Signer
  readonly fetch: typeof fetch
  readonly now: Now
  readonly randomId: RandomId
  readonly verifySignature: VerifySignature
}

/** What one kind of registry is asked, and how it answers. */
export interface Question<Schema extends v.GenericSchema> {
  /** What is asked for. */
  readonly type: string
  /** Of whom, by claim name. */
  readonly about: object
  readonly document: Schema
  /** Bytes. */
  readonly largestAnswer: number
}

/**
 * Asks a registry over HTTPS, JWS in both directions. That there is nothing is signed too: whoever sits on the way could
 * otherwise have every licence taken off its phone.
 *
 * @returns what the registry says to this very question, or null when it has no such document
 * @throws NanshaError DOCUMENT_REGISTRY_DOWN when it is not the registry's word
 */
export async function askByHttp<Schema extends v.GenericSchema>(
  ports: HttpDocumentPorts,
  { type, about, document, largestAnswer }: Question<Schema>,
): Promise<v.InferOutput<Schema> | null> {
  const { fetch, url, issuerUrl, signer, now, randomId } = ports
  const endpoint = { fetch, url, timeoutMs: TIMEOUT_MS, largestAnswer }
  const question = { iss: issuerUrl, aud: url, iat: unixSeconds(now()), jti: randomId() }
  const asked = { ...question, exp: question.iat + GOOD_FOR_SECONDS, type, ...about }
  const answer = await postJwt(endpoint, await signer.sign(DOCUMENT_QUESTION_TYPE, asked))
  if (answer === undefined) throw new NanshaError('DOCUMENT_REGISTRY_DOWN')
  const payload = await verifyAnswer(ports, answer)
  const Answer = v.object({
    iss: v.literal(url),
    jti: v.literal(question.jti),
    type: v.literal(type),
    document: v.nullable(document),
  })
  const said = v.safeParse(Answer, payload)
  if (!said.success) throw new NanshaError('DOCUMENT_REGISTRY_DOWN')
  return said.output.document
}

async function verifyAnswer(
  {
    keys,
    issuerUrl,
    now,
    verifySignature,
  }: Pick<HttpDocumentPorts, 'keys' | 'issuerUrl' | 'now' | 'verifySignature'>,
  jws: string,
): Promise<unknown> {
  const profile = {
    typ: DOCUMENT_ANSWER_TYPE,
    headers: ['kid'],
    audience: issuerUrl,
    window: { before: GOOD_FOR_SECONDS, after: GOOD_FOR_SECONDS },
    key: keyById(keys),
    refusal: refuseAs('DOCUMENT_REGISTRY_DOWN'),
  }
  return (await verifyJws(jws, profile, unixSeconds(now()), verifySignature)).payload
}
