import { signWithNoble } from '@nansha/shared/jws/create-jws'
import { p256 } from '@noble/curves/nist.js'
import { describe, expect, it } from 'vitest'
import { BACKENDS, holderKey } from '../../support/keys'

// The classes of ECDSA P-256 faults of project Wycheproof (ecdsa_secp256r1_sha256_p1363).
const key = holderKey()
const message = Uint8Array.of(1, 2, 3)
const signature = signWithNoble(key.privateKey, message)
const ORDER = p256.Point.CURVE().n
const r = signature.slice(0, 32)
const s = signature.slice(32)
const join = (a: Uint8Array, b: Uint8Array) => Uint8Array.from([...a, ...b])
const scalar = (value: bigint) => Uint8Array.from(Buffer.from(value.toString(16).padStart(64, '0'), 'hex'))
const numberOf = (bytes: Uint8Array) => BigInt(`0x${Buffer.from(bytes).toString('hex')}`)

describe.each(BACKENDS)('ES256 with $name', ({ verify }) => {
  it('accepts a right signature, in its high-s form too: JWS has no low-s rule', async () => {
    expect(await verify(key.publicJwk, message, signature)).toBe(true)
    expect(await verify(key.publicJwk, message, join(r, scalar(ORDER - numberOf(s))))).toBe(true)
  })

  it.each([
    ['r zero', join(scalar(0n), s)],
    ['s zero', join(r, scalar(0n))],
    ['both zero', new Uint8Array(64)],
    ['r the order', join(scalar(ORDER), s)],
    ['s the order', join(r, scalar(ORDER))],
    ['s beyond the order', join(r, new Uint8Array(32).fill(255))],
    ['r and s swapped', join(s, r)],
    ['63 bytes', signature.slice(1)],
    ['65 bytes', join(signature, Uint8Array.of(0))],
    ['nothing', new Uint8Array(0)],
    ['DER', p256.Signature.fromBytes(signature).toBytes('der')],
  ])('refuses %s', async (_, wrong) => {
    expect(await verify(key.publicJwk, message, wrong)).toBe(false)
  })

  it.each([
    ['a point off the curve', { ...key.publicJwk, y: key.publicJwk.x }],
    ['the origin', { ...key.publicJwk, x: 'A'.repeat(43), y: 'A'.repeat(43) }],
    ['a coordinate of 31 bytes', { ...key.publicJwk, x: 'A'.repeat(42) }],
    ['a coordinate of 33 bytes', { ...key.publicJwk, y: 'A'.repeat(44) }],
    ['a coordinate that is no base64url', { ...key.publicJwk, y: '*'.repeat(43) }],
    ['a coordinate that is no base64url either', { ...key.publicJwk, x: '' }],
    ['a coordinate beyond the field', { ...key.publicJwk, x: `${'_'.repeat(42)}8` }],
  ])('refuses %s as a key', async (_, wrong) => {
    expect(await verify(wrong, message, signature)).toBe(false)
  })
})

it('a signature of the phone has the low or the high half of s, as RFC 6979 draws it', () => {
  const isHigh = Array.from({ length: 8 }, (_, n) => {
    const made = signWithNoble(key.privateKey, Uint8Array.of(n))
    return numberOf(made.slice(32)) > ORDER / 2n
  })
  expect(new Set(isHigh)).toEqual(new Set([true, false]))
})

it.each(['', '*', 'A'.repeat(42), 'A'.repeat(44)])('nothing is signed with the key %j', (wrong) => {
  expect(() => signWithNoble(wrong, message)).toThrow(RangeError)
})
