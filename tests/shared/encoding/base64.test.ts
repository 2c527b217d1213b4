import { decodeBase64 } from '@nansha/shared/encoding/base64'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('base64', () => {
  it('reads what Node writes', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(decodeBase64(Buffer.from(bytes).toString('base64'))).toEqual(bytes)
      }),
    )
  })

  it.each(['A', '????', 'AA=A'])('reads nothing else: %s', (text) => {
    expect(decodeBase64(text)).toBeUndefined()
  })
})
