import { createHash, X509Certificate } from 'node:crypto'
import { createRequest, signRequest } from '@nansha/relying-party'
import { Openid4vpVerifier } from '@openid4vc/openid4vp'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { compactDecrypt, compactVerify, decodeJwt, decodeProtectedHeader, importJWK, type JWK } from 'jose'
import { beforeEach, expect, it } from 'vitest'
import { createOnlineWorld, type OnlineWorld } from '../support/online-world'

const ASKED = { purpose: 'sign-in', claims: [['name'], ['id_number']] }

let online: OnlineWorld
beforeEach(async () => {
  online = await createOnlineWorld(Date.now())
})

it('the Nansha wallet’s answer is parsed and verified by the libraries of the OpenWallet Foundation alone', async () => {
  const { transaction, request, response } = await answerOnce()
  const key = await importJWK(transaction.answerKey, 'ECDH-ES')
  const verifier = new Openid4vpVerifier({
    callbacks: {
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      signJwt: absent,
      encryptJwe: absent,
      verifyJwt: absent,
      decryptJwe: absent,
    },
  })
  const parsed = await verifier.parseOpenid4vpAuthorizationResponse({
    authorizationResponse: { response },
    authorizationRequestPayload: decodeJwt(request),
    callbacks: {
      verifyJwt: absent,
      decryptJwe: async (jwe) => ({
        decrypted: true,
        decryptionJwk: { kty: 'EC', ...transaction.answerKey },
        payload: Buffer.from((await compactDecrypt(jwe, key)).plaintext).toString(),
      }),
    },
  })
  const [presentation = ''] = 'dcql' in parsed ? (parsed.dcql?.presentations.id ?? []) : []
  const verified = await verify(String(presentation), transaction.nonce)
  expect(verified.payload).toMatchObject({ name: '李明', id_number: '11010519491231002X' })
  expect(verified.payload).not.toHaveProperty('sex')
  expect(verified.kb?.payload.aud).toBe(decodeJwt(request).client_id)
  await expect(verify(String(presentation), 'another nonce')).rejects.toThrow()
})

/** One flow whose website keeps what the wallet sent. */
async function answerOnce() {
  const { transaction, link } = await createRequest(online.relyingParty, ASKED)
  let request = ''
  let response = ''
  online.present.post = async (address, { wallet_nonce: walletNonce, response: sent = '' }) => {
    if (address.includes('/request/')) {
      request = await signRequest(online.relyingParty, transaction, walletNonce)
      return { status: 200, body: request }
    }
    response = sent
    return { status: 200, body: '{}' }
  }
  await online.answer(link)
  return { transaction, request, response }
}

function verify(presentation: string, nonce: string) {
  const [jws = ''] = presentation.split('~', 1)
  const { cnf } = decodeJwt<{ cnf: { jwk: JWK } }>(jws)
  const byLeaf = async (data: string, signature: string) => {
    const token = `${data}.${signature}`
    const [leaf = ''] = decodeProtectedHeader(token).x5c ?? []
    return isSigned(token, new X509Certificate(Buffer.from(leaf, 'base64')).publicKey)
  }
  const instance = new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer) =>
      Uint8Array.from(
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      ),
    verifier: byLeaf,
    kbVerifier: async (data: string, signature: string) =>
      isSigned(`${data}.${signature}`, await importJWK(cnf.jwk, 'ES256')),
    statusListFetcher: (uri: string) => online.relyingParty.fetchStatusList(uri),
    statusVerifier: byLeaf,
  })
  return instance.verify(presentation, { keyBindingNonce: nonce, requiredClaimKeys: ['name', 'id_number'] })
}

function isSigned(token: string, key: Parameters<typeof compactVerify>[1]): Promise<boolean> {
  return compactVerify(token, key).then(
    () => true,
    () => false,
  )
}

const absent = () => Promise.reject(new Error('Not asked of a verifier.'))
