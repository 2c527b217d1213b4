import { createHash } from 'node:crypto'
import { Openid4vpVerifier } from '@openid4vc/openid4vp'
import { DcqlPresentationResult, DcqlQuery } from 'dcql'
import { compactDecrypt, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { clientIdOf, namesHost } from './certificates'
import { QUERY_ID } from './create-query'
import { requestPayload } from './create-request'
import { Refused } from './refused'
import type { RelyingParty, Transaction, VerifiedAnswer } from './relying-party'
import { verifyPresentation } from './verify-presentation'

/** A KB-JWT is made when the citizen agrees; clocks of phones are corrected to the issuer's. */
const BINDING_SECONDS = { before: 60, after: 300 }
const LARGEST = 16_384

/**
 * Checks a wallet's answer to a transaction: decrypts it, checks state and nonce, issuer, certificate, signature and times of the
 * credential, its status, the proof of its key for this very request, the claims against the question, and the transaction data.
 * The caller sees to it that a transaction is answered once, and by whom: `createTransactions` does both.
 *
 * @param response the form field `response`
 * @throws Refused
 */
export async function readAnswer(
  relyingParty: RelyingParty,
  transaction: Transaction,
  response: string,
): Promise<VerifiedAnswer> {
  if (response.length > LARGEST) throw new Refused('ANSWER_UNREADABLE')
  const plain = await decrypt(transaction, response)
  if (typeof plain.error === 'string') {
    if (plain.state !== transaction.state) throw new Refused('ANSWER_UNREADABLE')
    throw new Refused('DECLINED')
  }
  const presentation = await presentationOf(relyingParty, transaction, response, plain)
  const { claims, binding } = await verifyPresentation(relyingParty, presentation, transaction.nonce)
  requireBinding(relyingParty, transaction, presentation, binding)
  if (!relyingParty.assurances.includes(String(claims.assurance))) throw new Refused('ASSURANCE_TOO_LOW')
  requireOwnPseudonym(relyingParty, claims)
  requireUnlocked(relyingParty, transaction, claims)
  requireAnswered(transaction, claims)
  const { session_code: code } = plain
  return { claims, sessionCode: typeof code === 'string' ? code : undefined }
}

async function decrypt({ answerKey }: Transaction, response: string): Promise<Record<string, unknown>> {
  try {
    const { plaintext } = await compactDecrypt(response, await importJWK(answerKey, 'ECDH-ES'), {
      keyManagementAlgorithms: ['ECDH-ES'],
      contentEncryptionAlgorithms: ['A128GCM', 'A256GCM'],
    })
    const plain = JSON.parse(Buffer.from(plaintext).toString('utf8')) as unknown
    if (typeof plain === 'object' && plain !== null) return plain as Record<string, unknown>
  } catch (cause) {
    throw new Refused('ANSWER_UNREADABLE', cause)
  }
  throw new Refused('ANSWER_UNREADABLE')
}

async function presentationOf(
  relyingParty: RelyingParty,
  transaction: Transaction,
  response: string,
  plain: Record<string, unknown>,
): Promise<string> {
  const absent = () => {
    throw new Error('Not asked of a relying party.')
  }
  const verifier = new Openid4vpVerifier({
    callbacks: { signJwt: absent, encryptJwe: absent, verifyJwt: absent, hash: absent, decryptJwe: absent },
  })
  const { kty, ...key } = transaction.answerKey
  try {
    const parsed = await verifier.parseOpenid4vpAuthorizationResponse({
      authorizationResponse: { response },
      authorizationRequestPayload: requestPayload(relyingParty, transaction),
      callbacks: {
        verifyJwt: absent,
        decryptJwe: async () => ({
          decrypted: true,
          decryptionJwk: { ...key, kty: kty ?? 'EC' },
          payload: JSON.stringify(plain),
        }),
      },
    })
    const [presentation, ...more] = ('dcql' in parsed && parsed.dcql?.presentations[QUERY_ID]) || []
    if (typeof presentation === 'string' && more.length === 0) return presentation
  } catch (cause) {
    throw new Refused('ANSWER_UNREADABLE', cause)
  }
  throw new Refused('QUERY_UNANSWERED')
}

/** The library that verifies the KB-JWT looks at its signature, nonce and `sd_hash`; this is the rest (RFC 9901 §7.3). */
function requireBinding(
  { certificate, now }: RelyingParty,
  { transactionData }: Transaction,
  presentation: string,
  binding: Readonly<Record<string, unknown>>,
): void {
  const keyBinding = presentation.slice(presentation.lastIndexOf('~') + 1)
  const { typ, alg } = decodeProtectedHeader(keyBinding)
  const { iat } = decodeJwt(keyBinding)
  const seconds = now() / 1000
  const isTimely =
    iat !== undefined && iat - BINDING_SECONDS.before <= seconds && seconds <= iat + BINDING_SECONDS.after
  const isForUs = binding.aud === clientIdOf(certificate)
  if (typ !== 'kb+jwt' || alg !== 'ES256' || !isTimely || !isForUs) throw new Refused('BINDING_INVALID')
  const hashes = transactionData.map((text) => createHash('sha256').update(text).digest('base64url'))
  const agreed = binding.transaction_data_hashes
  const isAgreed =
    hashes.length === 0 || (Array.isArray(agreed) && hashes.every((hash) => agreed.includes(hash)))
  if (!isAgreed) throw new Refused('TRANSACTION_DATA')
}

/** A phone can have a pseudonym made for any domain; accepting that of another domain would let one person appear as several. */
function requireOwnPseudonym(
  { certificate }: RelyingParty,
  { pairwise_id: pseudonym, pairwise_sector: sector }: Readonly<Record<string, unknown>>,
): void {
  if (pseudonym === undefined) return
  if (typeof sector !== 'string' || !namesHost(certificate, sector)) throw new Refused('CREDENTIAL_INVALID')
}

/** The issuer says in the credential what it saw the holder do (`amr`, `auth_time`); a phone cannot say more. */
function requireUnlocked(
  { now }: RelyingParty,
  { question: { unlock } }: Transaction,
  { amr, auth_time: at }: Readonly<Record<string, unknown>>,
): void {
  if (!unlock) return
  const isSeen = Array.isArray(amr) && amr.some((method) => unlock.methods.includes(String(method)))
  // Written so that a time that is missing or no number fails.
  const isRecent = typeof at === 'number' && now() / 1000 - at <= unlock.seconds
  if (!isSeen || !isRecent) throw new Refused('UNLOCK_TOO_WEAK')
}

/** All that was asked for is there, of the right type, in one of the combinations that the query lists. */
function requireAnswered({ query }: Transaction, claims: Readonly<Record<string, unknown>>): void {
  const credential = {
    credential_format: 'dc+sd-jwt' as const,
    vct: String(claims.vct),
    claims: claims as Record<string, never>,
    cryptographic_holder_binding: true,
  }
  try {
    const result = DcqlPresentationResult.fromDcqlPresentation(
      { [QUERY_ID]: [credential] },
      { dcqlQuery: DcqlQuery.parse(query as Parameters<typeof DcqlQuery.parse>[0]) },
    )
    if (result.can_be_satisfied) return
  } catch (cause) {
    throw new Refused('QUERY_UNANSWERED', cause)
  }
  throw new Refused('QUERY_UNANSWERED')
}
