import { randomBytes } from 'node:crypto'
import { Openid4vpVerifier } from '@openid4vc/openid4vp'
import { CompactSign, exportJWK, generateKeyPair, importJWK } from 'jose'
import { clientIdOf } from './certificates'
import { createQuery } from './create-query'
import type { Question, RelyingParty, Transaction } from './relying-party'

/** A wallet answers a request for so long: reading, a PIN, a face. */
const ANSWER_SECONDS = 300
const ES256_ALONE: [string] = ['ES256']

/**
 * Begins a transaction.
 *
 * @returns the transaction, to be kept on the server, and the text of the QR or link that leads a wallet to it
 */
export async function createRequest(
  relyingParty: RelyingParty,
  question: Question,
): Promise<{ readonly transaction: Transaction; readonly link: string }> {
  const random = () => randomBytes(24).toString('base64url')
  const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true })
  const transaction: Transaction = {
    id: random(),
    nonce: random(),
    state: random(),
    answerKey: await exportJWK(privateKey),
    question,
    query: createQuery(question, await relyingParty.issuers()),
    transactionData: (question.transactionData ?? []).map((data) =>
      Buffer.from(JSON.stringify(data)).toString('base64url'),
    ),
    createdAt: relyingParty.now(),
  }
  const parameters = new URLSearchParams({
    client_id: clientIdOf(relyingParty.certificate),
    request_uri: relyingParty.requestUri(transaction.id),
    request_uri_method: 'post',
  })
  return { transaction, link: `${relyingParty.walletLink}?${parameters}` }
}

/**
 * Signs the request of a transaction for the wallet that asks for it (OpenID4VP 1.0 §5.8 and §5.10).
 *
 * @param walletNonce the form field `wallet_nonce`
 * @returns `application/oauth-authz-req+jwt`
 */
export async function signRequest(
  relyingParty: RelyingParty,
  transaction: Transaction,
  walletNonce: string | undefined,
): Promise<string> {
  const { key, certificate, now } = relyingParty
  const seconds = Math.floor(now() / 1000)
  const signingKey = await importJWK(key, 'ES256')
  const verifier = new Openid4vpVerifier({
    callbacks: {
      ...noOtherCallbacks,
      signJwt: async (_, { header, payload }) => ({
        jwt: await new CompactSign(Buffer.from(JSON.stringify(payload)))
          .setProtectedHeader({ alg: 'ES256', typ: header.typ ?? '', x5c: header.x5c ?? [] })
          .sign(signingKey),
        signerJwk: { kty: 'EC', crv: key.crv, x: key.x, y: key.y },
      }),
    },
  })
  const { jar } = await verifier.createOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: requestPayload(relyingParty, transaction, walletNonce),
    ...(walletNonce !== undefined && { wallet: { expectedNonce: walletNonce } }),
    jar: {
      requestUri: relyingParty.requestUri(transaction.id),
      jwtSigner: { method: 'x5c', alg: 'ES256', x5c: [certificate] },
      expiresInSeconds: ANSWER_SECONDS,
      // 0.4.6 puts the request's address into `aud`, and the time of the machine into the others.
      additionalJwtPayload: { aud: 'https://self-issued.me/v2', iat: seconds, exp: seconds + ANSWER_SECONDS },
    },
  })
  if (!jar) throw new Error('The library signed no request.')
  return jar.authorizationRequestJwt
}

/** The parameters of a request, as they are checked again with its answer. */
export function requestPayload(
  { certificate, responseUri }: RelyingParty,
  { id, nonce, state, query, transactionData, answerKey, question }: Transaction,
  walletNonce?: string,
) {
  const { kty, crv, x, y } = answerKey
  return {
    client_id: clientIdOf(certificate),
    response_type: 'vp_token' as const,
    response_mode: 'direct_post.jwt' as const,
    response_uri: responseUri(id),
    nonce,
    state,
    ...(walletNonce !== undefined && { wallet_nonce: walletNonce }),
    dcql_query: query,
    client_metadata: {
      jwks: { keys: [{ kty: kty ?? 'EC', crv, x, y, kid: id.slice(0, 8), use: 'enc', alg: 'ECDH-ES' }] },
      encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
      vp_formats_supported: {
        'dc+sd-jwt': { 'sd-jwt_alg_values': ES256_ALONE, 'kb-jwt_alg_values': ES256_ALONE },
      },
    },
    ...(transactionData.length > 0 && { transaction_data: [...transactionData] }),
    verifier_info: [{ format: 'urn:nansha:purpose', data: { id: question.purpose } }],
  }
}

const absent = () => {
  throw new Error('This is not asked of a relying party.')
}

/** Callbacks of the library that its verifier names and does not need for a request. */
const noOtherCallbacks = {
  encryptJwe: absent,
  decryptJwe: absent,
  verifyJwt: absent,
  hash: absent,
}
