import { encodeBase45 } from '@nansha/shared/encoding/base45'
import { packFrame, unpackFrame } from '@nansha/shared/pass/frame'
import { packPortrait, portraitDigest, unpackPortrait } from '@nansha/shared/pass/portrait-frame'
import { expect, it } from 'vitest'

const bytes = (length: number) => new Uint8Array(length).map((_, at) => at % 251)

it('a frame has at most 450 bytes behind its prefix', () => {
  const longest = packFrame('NF1:', bytes(450))
  expect(unpackFrame('NF1:', longest)).toEqual(bytes(450))
  expect(() => packFrame('NF1:', bytes(451))).toThrow(RangeError)
  expect(unpackFrame('NF1:', `NF1:${encodeBase45(bytes(451))}`)).toBeUndefined()
  expect(unpackFrame('NP1:', longest)).toBeUndefined()
  expect(unpackFrame('NF1:', 'NF1:*')).toBeUndefined()
})

it('a portrait frame has a picture in it', () => {
  expect(packPortrait(bytes(3)).startsWith('NF1:')).toBe(true)
  expect(unpackPortrait(packPortrait(bytes(1)))).toEqual(bytes(1))
  expect(unpackPortrait(packPortrait(bytes(0)))).toBeUndefined()
})

it('a pass says the first 16 bytes of a portrait’s SHA-256', () => {
  // SHA-256 of "abc", FIPS 180-4.
  const start = Buffer.from('ba7816bf8f01cfea414140de5dae2223', 'hex')
  expect(portraitDigest(Uint8Array.from(Buffer.from('abc')))).toBe(start.toString('base64url'))
})
