import { packStatuses, statusAt } from '@nansha/shared/status/status-list'
import { describe, expect, it } from 'vitest'

describe('status list', () => {
  it('packs two bits a credential as the example of draft-ietf-oauth-status-list §4.1 does', () => {
    // Values 1 2 0 3 0 1 0 1 | 1 2 3 3 make C9 44 F9; the fourth value has no name here.
    const bytes = Uint8Array.of(0xc9, 0x44, 0xf9)
    expect(Array.from({ length: 13 }, (_, index) => statusAt(bytes, index))).toEqual([
      'revoked',
      'frozen',
      'valid',
      undefined,
      'valid',
      'revoked',
      'valid',
      'revoked',
      'revoked',
      'frozen',
      undefined,
      undefined,
      undefined,
    ])
    const packed = packStatuses([
      [0, 'revoked'],
      [1, 'frozen'],
      [5, 'revoked'],
      [7, 'revoked'],
    ])
    expect([packed[0], packed[1]]).toEqual([0b1001, 0x44])
  })

  it('has no place outside', () => {
    expect(() => packStatuses([[-1, 'frozen']])).toThrow(RangeError)
    expect(() => packStatuses([[131_072, 'frozen']])).toThrow(RangeError)
  })
})
