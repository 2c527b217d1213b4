import { createHash, randomBytes, X509Certificate } from 'node:crypto'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { createHolderKey, type HolderKey } from '@nansha/shared/keys/create-holder-key'
import { readRequestLink } from '@nansha/shared/openid4vp/request-link'
import { Openid4vpClient } from '@openid4vc/openid4vp'
import { SDJwtVcInstance } from '@sd-jwt/sd-jwt-vc'
import { CompactEncrypt, CompactSign, compactVerify, importJWK, type JWK } from 'jose'
import { beforeEach, expect, it } from 'vitest'
import { createOnlineWorld, type OnlineWorld, refusalIn } from '../support/online-world'

const ASKED = { purpose: 'sign-in', claims: [['name'], ['id_number']] }

let online: OnlineWorld
/** The stock library looks at the machine's clock. */
beforeEach(async () => {
  online = await createOnlineWorld(Date.now())
})

it('a wallet on the libraries of the OpenWallet Foundation is accepted by the kit for websites', async () => {
  const { link } = await online.transactions.begin('session', ASKED, 'same-device')
  const wallet = await createStockWallet(online)
  const { redirect_uri = '' } = await wallet.answer(link, { name: true, id_number: true })
  const code = new URL(redirect_uri).searchParams.get('response_code') ?? ''
  const { claims } = online.transactions.arrive('session', code)
  expect(claims).toMatchObject({ name: '李明', id_number: '11010519491231002X' })
  expect(claims).not.toHaveProperty('sex')
})

it('a stock wallet that leaves out what was asked for is refused by the kit', async () => {
  const { link } = await online.transactions.begin('session', ASKED, 'same-device')
  const wallet = await createStockWallet(online)
  expect(await refusalIn(() => wallet.answer(link, { name: true }))).toBe('QUERY_UNANSWERED')
})

/** A wallet of which only the credential is this project's: it answers on one device, for it knows of no six digits. */
async function createStockWallet({ phone, transactions, clock }: OnlineWorld) {
  const key = createHolderKey(Uint8Array.from(randomBytes(48)))
  const credential = await phone.wallet.client.fetchOnlineCredential({
    key,
    unlock: 'pin-or-biometric',
    sector: undefined,
  })
  const client = createClient(transactions)

  return {
    async answer(link: string, disclosed: { readonly name: true; readonly id_number?: true }) {
      const { clientId, requestUri } = readRequestLink(link) ?? { clientId: '', requestUri: '' }
      const resolved = await client.resolveOpenId4vpAuthorizationRequest({
        authorizationRequestPayload: {
          client_id: clientId,
          request_uri: requestUri,
          request_uri_method: 'post',
        },
      })
      const request = resolved.authorizationRequestPayload
      const presentation = await present(credential, key, disclosed, {
        aud: clientId,
        nonce: request.nonce,
        iat: unixSeconds(clock.now),
      })
      const { jarm } = await client.createOpenid4vpAuthorizationResponse({
        authorizationRequestPayload: request,
        authorizationResponsePayload: { vp_token: { id: [presentation] } },
        jarm: {
          encryption: { nonce: '' },
          serverMetadata: {
            authorization_signing_alg_values_supported: ['ES256'],
            authorization_encryption_alg_values_supported: ['ECDH-ES'],
            authorization_encryption_enc_values_supported: ['A256GCM', 'A128GCM'],
          },
        },
      })
      const responseUri = 'response_uri' in request ? String(request.response_uri) : ''
      return transactions.receive(idIn(responseUri), jarm?.responseJwt ?? '')
    },
  }
}

/** The stock library over one website in memory. */
function createClient(transactions: OnlineWorld['transactions']): Openid4vpClient {
  return new Openid4vpClient({
    callbacks: {
      hash: (data, algorithm) => createHash(algorithm.replace('-', '')).update(data).digest(),
      signJwt: () => Promise.reject(new Error('A wallet signs no response of this mode.')),
      decryptJwe: () => Promise.reject(new Error('A wallet decrypts nothing.')),
      encryptJwe: async ({ enc, publicJwk }, data) => ({
        jwe: await new CompactEncrypt(Buffer.from(data))
          .setProtectedHeader({ alg: 'ECDH-ES', enc, kid: publicJwk.kid ?? '' })
          .encrypt(await importJWK(publicJwk as JWK, 'ECDH-ES')),
        encryptionJwk: publicJwk,
      }),
      verifyJwt: async (signer, { compact }) => {
        if (signer.method !== 'x5c') return { verified: false }
        const { publicKey } = new X509Certificate(Buffer.from(signer.x5c[0] ?? '', 'base64'))
        await compactVerify(compact, publicKey)
        return { verified: true, signerJwk: { kty: 'EC', ...publicKey.export({ format: 'jwk' }) } }
      },
      getX509CertificateMetadata: (certificate) => {
        const { subjectAltName = '' } = new X509Certificate(Buffer.from(certificate, 'base64'))
        return { sanDnsNames: subjectAltName.replaceAll('DNS:', '').split(', '), sanUriNames: [] }
      },
      fetch: async (address) => new Response(await transactions.sign(idIn(String(address)), undefined)),
    },
  })
}

function idIn(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1)
}

function present(credential: string, key: HolderKey, disclosed: object, payload: KeyBindingPayload) {
  const instance = new SDJwtVcInstance({
    hasher: (data: string | ArrayBuffer) =>
      Uint8Array.from(
        createHash('sha256')
          .update(typeof data === 'string' ? data : Buffer.from(data))
          .digest(),
      ),
    hashAlg: 'sha-256',
    kbSignAlg: 'ES256',
    kbSigner: async (data: string) => {
      const [header = '', body = ''] = data.split('.')
      const signed = await new CompactSign(Buffer.from(body, 'base64url'))
        .setProtectedHeader(JSON.parse(Buffer.from(header, 'base64url').toString()))
        .sign(await importJWK({ ...key.publicJwk, d: key.privateKey }, 'ES256'))
      return signed.slice(signed.lastIndexOf('.') + 1)
    },
  })
  return instance.present(credential, disclosed, { kb: { payload } })
}

interface KeyBindingPayload {
  readonly aud: string
  readonly nonce: string
  readonly iat: number
}
