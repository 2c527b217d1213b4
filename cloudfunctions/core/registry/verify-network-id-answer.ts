import { NanshaError } from '@nansha/shared/errors'
import { keyById } from '@nansha/shared/jws/key-by-id'
import { refuseAs, verifyJws } from '@nansha/shared/jws/verify-jws'
import type { VerifySignature } from '@nansha/shared/jws/verify-signature'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import type { RegistryDecision } from '../records/decisions'
import { compareMaskedName, compareMaskedNumber } from './compare-mask'

const ANSWER_TYPE = 'nansha-network-id-answer+jwt'

/**
 * The answer repeats the question, so that it cannot serve for another one. Without masks it is unknown who was
 * confirmed.
 */
const AboutRequest = { jti: v.string(), photo_sha256: v.string() }
const Answer = v.variant('passed', [
  v.object({
    ...AboutRequest,
    passed: v.literal(true),
    masked_name: v.pipe(v.string(), v.maxLength(64)),
    masked_number: v.pipe(v.string(), v.maxLength(64)),
  }),
  v.object({ ...AboutRequest, passed: v.literal(false) }),
])

export interface ExpectedAnswer {
  readonly issuerUrl: string
  readonly gatewayKey: EcPublicJwk
  readonly serial: string
  /** base64url */
  readonly photoSha256: string
  /** Unix seconds */
  readonly now: number
}

/**
 * Reads what the gateway answered.
 *
 * @param jws compact
 * @throws NanshaError SERVICE_UNAVAILABLE for what is not its answer to this question, or hides whom it is about
 */
export async function verifyNetworkIdAnswer(
  jws: string,
  person: { readonly name: string; readonly idNumber: string },
  { issuerUrl, gatewayKey, serial, photoSha256, now }: ExpectedAnswer,
  verifySignature: VerifySignature,
): Promise<RegistryDecision> {
  const profile = {
    typ: ANSWER_TYPE,
    headers: ['kid'],
    audience: issuerUrl,
    window: { before: 60, after: 'exp' },
    key: keyById([gatewayKey]),
    refusal: refuseAs('SERVICE_UNAVAILABLE'),
  } as const
  const { payload } = await verifyJws(jws, profile, now, verifySignature)
  const answer = v.safeParse(Answer, payload)
  if (!answer.success) throw new NanshaError('SERVICE_UNAVAILABLE')
  const { output } = answer
  if (output.jti !== serial || output.photo_sha256 !== photoSha256)
    throw new NanshaError('SERVICE_UNAVAILABLE')
  if (!output.passed) return 'refused'

  const compared = [
    compareMaskedName(person.name, output.masked_name),
    compareMaskedNumber(person.idNumber, output.masked_number),
  ]
  if (compared.includes('unclear')) throw new NanshaError('SERVICE_UNAVAILABLE')
  return compared.includes('differs') ? 'refused' : 'confirmed'
}
