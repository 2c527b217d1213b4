import { LICENCE_STATUSES } from '@nansha/shared/documents/driving-licence'
import { packFields, readFields } from '@nansha/shared/pass/document-fields'
import { describe, expect, it } from 'vitest'

const NAMES = ['name', 'id_number_last4', 'vehicle_classes', 'licence_status', 'licence_valid_until'] as const
const CLAIMS = {
  name: '李明',
  id_number_last4: '002X',
  vehicle_classes: 'A2,E',
  licence_status: 'withheld',
  licence_valid_until: '2033-06-08',
}
const hex = (text: string) => Uint8Array.from(Buffer.from(text.replace(/ /g, ''), 'hex'))

describe('the claims of a scenario in a frame', () => {
  it('lie one after the other, as the protocol writes them', () => {
    const bytes = packFields(NAMES, CLAIMS)
    // Length and name, four characters, length and classes, place in the list, 20330608.
    expect(Buffer.from(bytes).toString('hex')).toBe(
      ['06e69d8ee6988e', '30303258', '0441322c45', '03', '01363870'].join(''),
    )
    expect(readFields(NAMES, bytes)).toEqual(CLAIMS)
  })

  it('are not read from bytes that end before they do, or go on after', () => {
    const bytes = packFields(NAMES, CLAIMS)
    for (let length = 0; length < bytes.length; length++)
      expect(readFields(NAMES, bytes.slice(0, length)), `${length} bytes`).toBeUndefined()
    expect(readFields(NAMES, Uint8Array.of(...bytes, 0))).toBeUndefined()
    expect(readFields(['name'], Uint8Array.of(2, 65, 66))).toEqual({ name: 'AB' })
    expect(readFields(['name'], Uint8Array.of(3, 65, 66))).toBeUndefined()
    expect(readFields([], new Uint8Array(0))).toEqual({})
    expect(readFields([], Uint8Array.of(0))).toBeUndefined()
  })

  it.each([
    ['name', '00'],
    ['name', '02 c3 28'],
    ['id_number_last4', '30 30 32 41'],
    ['id_number_last4', '30 30 58 30'],
    ['licence_status', '06'],
    ['licence_valid_until', '00 00 00 01'],
    ['licence_valid_until', '0b d3 b4 e1'],
  ] as const)('are not read from bytes that nobody writes: %s %s', (name, bytes) => {
    expect(readFields([name], hex(bytes))).toBeUndefined()
  })

  it('say that a licence never ends', () => {
    const bytes = packFields(['licence_valid_until'], { licence_valid_until: 'long-term' })
    expect(bytes).toEqual(new Uint8Array(4))
    expect(readFields(['licence_valid_until'], bytes)).toEqual({ licence_valid_until: 'long-term' })
  })

  it('say how a licence stands by its place in the list', () => {
    for (const [place, licence_status] of LICENCE_STATUSES.entries())
      expect(packFields(['licence_status'], { licence_status })).toEqual(Uint8Array.of(place))
  })

  it('have texts of up to 255 bytes', () => {
    const name = 'a'.repeat(255)
    expect(readFields(['name'], packFields(['name'], { name }))).toEqual({ name })
    expect(readFields(['name'], packFields(['name'], { name: 'a' }))).toEqual({ name: 'a' })
  })

  it.each<[string, 'name' | 'licence_status' | 'address', unknown]>([
    ['a text too long', 'name', 'a'.repeat(256)],
    ['an empty text', 'name', ''],
    ['a status that is none', 'licence_status', 'unknown'],
    ['what is no text', 'name', 12],
    ['nothing', 'name', undefined],
    ['a claim without a place', 'address', '广州市南沙区'],
  ])('have no place for %s', (_, name, value) => {
    expect(() => packFields([name], { [name]: value })).toThrow(RangeError)
    expect(readFields(['address'], Uint8Array.of(1, 65))).toBeUndefined()
  })
})
