import { randomBytes } from 'node:crypto'
import { concatKdf } from '@nansha/shared/jwe/concat-kdf'
import { encryptJwe } from '@nansha/shared/jwe/encrypt-jwe'
import { compactDecrypt, importJWK } from 'jose'
import { expect, it } from 'vitest'
import { holderKey } from '../../support/keys'

const random = () => Uint8Array.from(randomBytes(60))
const { privateKey, publicJwk } = holderKey(9)

it.each(['A128GCM', 'A256GCM'] as const)('jose decrypts what was encrypted with %s', async (enc) => {
  const payload = { vp_token: { id: ['x~y'] }, state: '南沙' }
  const jwe = encryptJwe({ publicJwk, kid: 'k', enc }, payload, random())
  const key = await importJWK({ ...publicJwk, d: privateKey }, 'ECDH-ES')
  const { plaintext, protectedHeader } = await compactDecrypt(jwe, key)
  expect(JSON.parse(Buffer.from(plaintext).toString())).toEqual(payload)
  expect(protectedHeader).toMatchObject({ alg: 'ECDH-ES', enc, kid: 'k' })
})

it('the key derivation agrees with RFC 7518, Appendix C', () => {
  const shared = Uint8Array.from([
    158, 86, 217, 29, 129, 113, 53, 211, 114, 131, 66, 131, 191, 132, 38, 156, 251, 49, 110, 163, 218, 128,
    106, 72, 246, 218, 167, 121, 140, 254, 144, 196,
  ])
  const derived = concatKdf(shared, 'A128GCM', 128, Buffer.from('Alice'), Buffer.from('Bob'))
  expect(Buffer.from(derived).toString('base64url')).toBe('VqqN6vgjbSBcIijNcacQGg')
})

it('a key that is no point of the curve is refused', () => {
  const off = { ...publicJwk, y: publicJwk.x }
  expect(() => encryptJwe({ publicJwk: off, kid: undefined, enc: 'A256GCM' }, {}, random())).toThrow(
    RangeError,
  )
})

it('no ephemeral key is used twice', () => {
  const recipient = { publicJwk, kid: undefined, enc: 'A256GCM' } as const
  const [one, other] = [encryptJwe(recipient, {}, random()), encryptJwe(recipient, {}, random())]
  expect(one.split('.')[0]).not.toBe(other.split('.')[0])
})
