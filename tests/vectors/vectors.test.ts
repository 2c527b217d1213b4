import { digestText } from '@nansha/shared/encoding/digest'
import { decodeJws } from '@nansha/shared/jws/decode-jws'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { applyDisclosures } from '@nansha/shared/sd-jwt/apply-disclosures'
import { parseSdJwt } from '@nansha/shared/sd-jwt/parse-sd-jwt'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { BACKENDS } from '../support/keys'
import rfc7515 from './rfc7515-a3.json'
import rfc9901 from './rfc9901-example.json'

const decode = (jws: string) => {
  const decoded = decodeJws(jws)
  if (!decoded) throw new Error('not a JWS')
  return decoded
}

describe.each(BACKENDS)('published vectors with $name', ({ verify }) => {
  const isSigned = (key: unknown, jws: string) => {
    const { signingInput, signature } = decode(jws)
    return verify(v.parse(EcPublicJwk, key), signingInput, signature)
  }

  it(rfc7515.source, async () => {
    expect(await isSigned(rfc7515.key, rfc7515.jws)).toBe(true)
    expect(decode(rfc7515.jws).payload).toEqual(rfc7515.payload)
    expect(await isSigned(rfc9901.issuerKey, rfc7515.jws)).toBe(false)
  })

  it(rfc9901.source, async () => {
    const sdJwt = parseSdJwt(rfc9901.presentation)
    if (!sdJwt?.keyBinding) throw new Error('not an SD-JWT+KB')
    expect(await isSigned(rfc9901.issuerKey, sdJwt.jws)).toBe(true)
    const { payload } = decode(sdJwt.jws)
    expect(await isSigned((payload.cnf as { jwk: unknown }).jwk, sdJwt.keyBinding)).toBe(true)
    expect(decode(sdJwt.keyBinding).payload.sd_hash).toBe(digestText(sdJwt.presented))
    const applied = applyDisclosures(payload, sdJwt.disclosures)
    expect(applied).toMatchObject(rfc9901.disclosed)
    expect(applied).not.toHaveProperty('_sd')
  })
})
