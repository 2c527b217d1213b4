import { describe, expect, it } from 'vitest'
import { toDocument, toReadGuest } from '#verifier/stays/admit/typed-document'

const TYPED = {
  name: 'specimen,Anna',
  chineseName: ' ',
  number: 'kaz110090123105',
  nationality: 'kaz',
  sex: 'female',
  birthdate: '1990.12.31',
  validUntil: '2030-01-15',
}

describe('the card of a foreign permanent resident at a hotel', () => {
  it('goes as the server takes it, without a Chinese name that it does not print', () => {
    expect(toDocument('permanent-resident', TYPED)).toEqual({
      kind: 'permanent-resident',
      name: 'SPECIMEN, ANNA',
      number: 'kaz110090123105',
      nationality: 'KAZ',
      sex: 'female',
      birthdate: '1990-12-31',
      validUntil: '2030-01-15',
      compared: true,
    })
  })

  it.each(['name', 'number', 'nationality', 'sex', 'birthdate', 'validUntil'])(
    'is none without %s',
    (field) => {
      expect(toDocument('permanent-resident', { ...TYPED, [field]: '' })).toBeUndefined()
    },
  )

  it('that was photographed goes with its names alone', () => {
    const read = { kind: 'permanent-resident', name: 'SPECIMEN, ANNA', last4: '3105' } as const
    expect(toReadGuest(read, { ...TYPED, chineseName: '白安娜' })).toEqual({
      kind: 'permanent-resident',
      name: 'SPECIMEN, ANNA',
      chineseName: '白安娜',
      compared: true,
    })
  })
})
