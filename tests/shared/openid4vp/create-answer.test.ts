import { createHash } from 'node:crypto'
import { ANSWER_RANDOM_BYTES, createRefusal } from '@nansha/shared/openid4vp/create-answer'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactDecrypt, compactVerify, decodeJwt, decodeProtectedHeader, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { issuerSigner } from '../../support/issuer'
import { holderKey } from '../../support/keys'
import { answerAll, askWallet, PORTAL_NONCE } from '../../support/portal'
import { ANSWER_KEY, OPEN_ACCOUNT } from '../../support/registered-portal'

interface Answer {
  readonly vp_token: Record<string, string[]>
  readonly state: string
  readonly session_code: string
}

async function open(jwe: string): Promise<Answer> {
  const { publicJwk, privateKey } = ANSWER_KEY
  const { plaintext } = await compactDecrypt(jwe, await importJWK({ ...publicJwk, d: privateKey }, 'ECDH-ES'))
  return JSON.parse(Buffer.from(plaintext).toString()) as Answer
}

/** The independent verifier of the OpenWallet Foundation. */
function stockVerifier() {
  const verify = (key: object) => async (data: string, signature: string) =>
    compactVerify(`${data}.${signature}`, await importJWK(key, 'ES256')).then(
      () => true,
      () => false,
    )
  return new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer) =>
      Uint8Array.from(
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      ),
    verifier: verify(issuerSigner.publicJwk),
    kbVerifier: verify(holderKey().publicJwk),
    statusListFetcher: async () => '',
    statusVerifier: async () => true,
  })
}

it('an answer is read by a stock library, with the claims that were asked for and no other', async () => {
  const { answer, request } = await answerAll()
  const { vp_token, state, session_code } = await open(answer)
  expect({ state, session_code }).toEqual({ state: request.state, session_code: '135790' })
  const [presentation = ''] = vp_token.id ?? []
  const jwtOnly = presentation.split('~')
  expect(jwtOnly).toHaveLength(4) // credential, two disclosures, KB-JWT
  const instance = stockVerifier()
  const decoded = await instance.decode(presentation)
  const claims = await instance.getClaims(presentation)
  expect(claims).toMatchObject({ name: '李明', id_number: '11010519491231002X' })
  expect(claims).not.toHaveProperty('sex')
  expect(decoded.kbJwt?.payload).toMatchObject({ aud: request.client_id, nonce: PORTAL_NONCE })
  expect(decodeProtectedHeader(jwtOnly.at(-1) ?? '')).toMatchObject({ typ: 'kb+jwt' })
})

it('an answer repeats the state of a request that has one', async () => {
  const { answer } = await answerAll({ payload: { state: undefined } })
  expect(await open(answer)).not.toHaveProperty('state')
})

it('a refusal says why, and for which session', async () => {
  for (const state of ['of-the-session', undefined]) {
    const { verified } = await askWallet({ payload: { state } })
    const random = new Uint8Array(ANSWER_RANDOM_BYTES)
    const refused = createRefusal(verified.request, verified.recipient, 'access_denied', random)
    expect(await open(refused)).toEqual({ error: 'access_denied', ...(state && { state }) })
  }
})

it('an answer agrees to transaction data by their digests', async () => {
  const data = {
    type: 'urn:nansha:account-opening',
    credential_ids: ['id'],
    bank: { zh: '南沙湾银行', en: 'Nansha Bay Bank' },
    product: { zh: '活期账户', en: 'Current account' },
    consents: [{ zh: '个人信息查询', en: 'Credit check' }],
  }
  const encoded = Buffer.from(JSON.stringify(data)).toString('base64url')
  const { answer } = await answerAll({
    payload: {
      transaction_data: [encoded],
      verifier_info: [{ format: 'urn:nansha:purpose', data: { id: OPEN_ACCOUNT.id } }],
    },
  })
  const { vp_token } = await open(answer)
  const kbJwt = vp_token.id?.[0]?.split('~').at(-1) ?? ''
  expect(decodeJwt(kbJwt)).toMatchObject({
    transaction_data_hashes: [createHash('sha256').update(encoded).digest('base64url')],
    transaction_data_hashes_alg: 'sha-256',
  })
})
