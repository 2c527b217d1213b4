import { digestText } from '@nansha/shared/encoding/digest'
import { namedPurpose, type RequestObject, recipientOf } from '@nansha/shared/openid4vp/request-object'
import { readTransactionData, transactionHashes } from '@nansha/shared/openid4vp/transaction-data'
import { expect, it } from 'vitest'
import { holderKey } from '#support/keys'

const words = { zh: '账户', en: 'Account' }
const OPENING = {
  type: 'urn:nansha:account-opening',
  credential_ids: ['id'],
  bank: words,
  product: words,
  consents: [words],
}
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

it('transaction data is read when this wallet can show it in words, and is hashed with SHA-256', () => {
  expect(readTransactionData(encode(OPENING))).toEqual(OPENING)
  for (const transaction_data_hashes_alg of [['sha-256'], ['sha-512', 'sha-256']]) {
    const data = { ...OPENING, transaction_data_hashes_alg }
    expect(readTransactionData(encode(data))).toEqual(data)
  }
  for (const wrong of [
    { ...OPENING, type: 'urn:other' },
    { ...OPENING, transaction_data_hashes_alg: ['sha-512'] },
    { ...OPENING, transaction_data_hashes_alg: [] },
    { ...OPENING, consents: [] },
    { ...OPENING, bank: undefined },
    [OPENING],
    'text',
  ])
    expect(readTransactionData(encode(wrong)), JSON.stringify(wrong)).toBeUndefined()
  for (const text of ['', '*', 'QUJD']) expect(readTransactionData(text)).toBeUndefined()
})

it('transaction data has at most 8192 characters', () => {
  const padded = (length: number) => {
    const bytes = Buffer.from(JSON.stringify(OPENING))
    return Buffer.concat([bytes, Buffer.alloc(length - bytes.length, ' ')]).toString('base64url')
  }
  expect(padded(6144)).toHaveLength(8192)
  expect(readTransactionData(padded(6144))).toEqual(OPENING)
  expect(readTransactionData(padded(6147))).toBeUndefined()
})

it('an answer repeats the digests of the texts that it agrees to, or nothing', () => {
  expect(transactionHashes([])).toEqual({})
  expect(transactionHashes(['a', 'b'])).toEqual({
    transaction_data_hashes: [digestText('a'), digestText('b')],
    transaction_data_hashes_alg: 'sha-256',
  })
})

const { publicJwk } = holderKey(5)
const recipient = (keys: unknown[], encrypted_response_enc_values_supported = ['A128GCM']) =>
  recipientOf({
    client_metadata: { jwks: { keys }, encrypted_response_enc_values_supported },
  } as RequestObject)
const key = { ...publicJwk, alg: 'ECDH-ES', use: 'enc', kid: 'one' }

it('an answer is encrypted to the first key that can be, as strongly as the asker reads', () => {
  expect(recipient([key])).toEqual({ publicJwk, kid: 'one', enc: 'A128GCM' })
  expect(recipient([key], ['A128GCM', 'A256GCM'])?.enc).toBe('A256GCM')
  const { use, kid, ...bare } = key
  expect(recipient([bare])).toEqual({ publicJwk, kid: undefined, enc: 'A128GCM' })
  const others = [null, 'key', { ...key, alg: 'RSA-OAEP' }, { ...key, use: 'sig' }, { ...key, crv: 'P-384' }]
  expect(recipient([...others, { ...key, kid: 'last' }])?.kid).toBe('last')
  expect(recipient(others)).toBeUndefined()
  for (const values of [[], ['A128CBC-HS256']]) expect(recipient([key], values)).toBeUndefined()
})

it('a request names its purpose in one format, by a text', () => {
  const named = (...verifier_info: object[]) => namedPurpose({ verifier_info } as unknown as RequestObject)
  expect(named({ format: 'other', data: 1 }, { format: 'urn:nansha:purpose', data: { id: 'sign-in' } })).toBe(
    'sign-in',
  )
  for (const data of [null, 'sign-in', 1, {}, { id: 1 }, undefined])
    expect(named({ format: 'urn:nansha:purpose', data })).toBeUndefined()
  expect(named({ format: 'other', data: { id: 'sign-in' } })).toBeUndefined()
  expect(named()).toBeUndefined()
})
