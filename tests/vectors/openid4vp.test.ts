import { DcqlQuery } from '@nansha/shared/dcql/dcql-query'
import { matchQuery } from '@nansha/shared/dcql/match-query'
import { concatKdf } from '@nansha/shared/jwe/concat-kdf'
import { CONTENT_KEY_BITS } from '@nansha/shared/jwe/encrypt-jwe'
import { type RequestObject, recipientOf } from '@nansha/shared/openid4vp/request-object'
import { gcm } from '@noble/ciphers/aes.js'
import { p256 } from '@noble/curves/nist.js'
import { DcqlQuery as StockDcqlQuery } from 'dcql'
import { compactDecrypt, importJWK } from 'jose'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import examples from './openid4vp-examples.json'

const { encryptedResponse, queries } = examples
const named = Object.entries(queries)

describe('the encrypted answer printed in OpenID4VP 1.0 §8.3', () => {
  const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'base64url'))

  it('its request leads the Nansha wallet to the key and the encryption that the printed answer has', () => {
    const request = { client_metadata: encryptedResponse.clientMetadata } as unknown as RequestObject
    const { kid, enc } = encryptedResponse.header
    expect(recipientOf(request)).toMatchObject({ kid, enc })
  })

  it('a website’s kit opens it with the printed key, by jose', async () => {
    const { plaintext, protectedHeader } = await compactDecrypt(
      encryptedResponse.jwe,
      await importJWK(encryptedResponse.privateKey, 'ECDH-ES'),
    )
    expect(protectedHeader).toEqual(encryptedResponse.header)
    expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual(encryptedResponse.payload)
  })

  it('the Nansha wallet’s derivation of the key opens it as well', () => {
    const [header = '', , iv = '', text = '', tag = ''] = encryptedResponse.jwe.split('.')
    const { epk } = encryptedResponse.header
    const point = Uint8Array.from([4, ...bytes(epk.x), ...bytes(epk.y)])
    const shared = p256.getSharedSecret(bytes(encryptedResponse.privateKey.d), point, true).slice(1)
    const key = concatKdf(shared, 'A128GCM', CONTENT_KEY_BITS.A128GCM)
    const sealed = Uint8Array.from([...bytes(text), ...bytes(tag)])
    const opened = gcm(key, bytes(iv), Uint8Array.from(Buffer.from(header))).decrypt(sealed)
    expect(JSON.parse(Buffer.from(opened).toString())).toEqual(encryptedResponse.payload)
  })
})

describe('the queries printed in OpenID4VP 1.0, Appendix D', () => {
  it.each(named)('%s is read by the Nansha wallet and by the stock library', (_, query) => {
    expect(v.parse(DcqlQuery, query).credentials.map(({ id }) => id)).toEqual(
      query.credentials.map(({ id }) => id),
    )
    const stock = StockDcqlQuery.parse(query as Parameters<typeof StockDcqlQuery.parse>[0])
    expect(() => StockDcqlQuery.validate(stock)).not.toThrow()
  })

  it.each(named)(
    '%s is answered by the Nansha wallet where, and as, the stock library answers it',
    (_, query) => {
      const held = {
        vct: 'https://credentials.example.com/identity_credential',
        claims: {
          given_name: 'Jo',
          family_name: 'Doe',
          postal_code: '90210',
          date_of_birth: '1990-01-01',
          address: { street_address: 'Hollow Road 1' },
        },
      }
      const stock = StockDcqlQuery.query(
        StockDcqlQuery.parse(query as Parameters<typeof StockDcqlQuery.parse>[0]),
        [{ credential_format: 'dc+sd-jwt', cryptographic_holder_binding: true, ...held }],
      )
      const own = matchQuery(v.parse(DcqlQuery, query), { format: 'dc+sd-jwt', ...held })
      expect(own !== undefined).toBe(stock.can_be_satisfied)
      if (own) expect(stock.credential_matches[own.credentialId]?.success).toBe(true)
    },
  )
})
