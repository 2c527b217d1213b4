import { readDocument } from '@nansha/core/stays/read-document'
import type { GuestDocument } from '@nansha/shared/api/guest-document'
import { describe, expect, it } from 'vitest'
import { passportZone } from '#support/passport-zone'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const MRZ = passportZone()

const passport = (changed: object = {}): GuestDocument =>
  ({
    kind: 'passport',
    mrz: MRZ,
    visa: { kind: 'L', number: 'A1234567', validUntil: '2027-01-01' },
    entry: { day: '2026-11-20', port: '广州白云机场' },
    purpose: '旅游',
    leaves: '2026-12-01',
    compared: true,
    ...changed,
  }) as GuestDocument

describe('a passport', () => {
  it('is read from its two lines', () => {
    expect(readDocument(passport(), NOW)).toMatchObject({
      kind: 'passport',
      name: 'ERIKSSON ANNA MARIA',
      number: 'L898902C3',
      birthdate: '1974-08-12',
      fields: { nationality: 'UTO', sex: 'female', validUntil: '2032-04-15', purpose: '旅游' },
    })
  })

  it('is refused when a letter was misread, when it is cut short, and when it has expired', () => {
    const code = (document: GuestDocument) => {
      try {
        return readDocument(document, NOW).name
      } catch (error) {
        return (error as { code?: string }).code
      }
    }
    expect(code(passport({ mrz: MRZ.replace('L898902C3', 'L898902O3') }))).toBe('MRZ_INVALID')
    expect(code(passport({ mrz: MRZ.slice(0, 60) }))).toBe('MRZ_INVALID')
    expect(code(passport({ mrz: '' }))).toBe('MRZ_INVALID')
    expect(code(passport({ visa: { kind: 'L', number: 'A1234567', validUntil: '2026-11-01' } }))).toBe(
      'DOCUMENT_EXPIRED',
    )
  })
})

describe('a child', () => {
  const child = (changed: object) =>
    readDocument(
      {
        kind: 'child',
        name: '李小满',
        sex: 'female',
        birthdate: '2019-05-20',
        compared: true,
        ...changed,
      } as GuestDocument,
      NOW,
    )

  it('needs no number', () => {
    expect(child({})).toMatchObject({ number: '', birthdate: '2019-05-20' })
  })

  it('is refused when it is not born yet, or its number says another day', () => {
    expect(() => child({ birthdate: '2027-01-01' })).toThrowError(/date of birth/)
    expect(() => child({ idNumber: '11010519491231002X' })).toThrowError(/date of birth/)
  })
})
