import { createResidentNumber } from '@nansha/shared/resident-number'
import { describe, expect, test } from 'vitest'
import { checkDetails as check, type Written } from '#citizen/enrol/check-details'

/** Half past midnight of 23 November in China, still the 22nd in Greenwich. */
const NOW = Date.UTC(2026, 10, 22, 16, 30)
const NUMBER = '11010519491231002X'
const READ = { ethnicity: '汉', address: '广东省广州市南沙区丰译东路106号' }
const checkDetails = (given: { idNumber: string } & Partial<Written>, now: number) =>
  check({ name: '李明', ...READ, ...given }, READ, now)
const born = (birthdate: string) =>
  createResidentNumber({ region: '440115', birthdate, sex: 'female' }, () => 0.5)

describe('checkDetails', () => {
  test('hands on a trimmed name and the number with a capital X', () => {
    expect(checkDetails({ name: ' 李明 ', idNumber: ' 11010519491231002x' }, NOW)).toEqual({
      ok: true,
      details: { name: '李明', idNumber: NUMBER },
    })
  })

  test.each([
    ['1101051949123100', 'NUMBER_LENGTH'],
    ['11010519491231O02X', 'NUMBER_CHARACTERS'],
    ['99010519491231002X', 'NUMBER_REGION'],
    ['11010519491331002X', 'NUMBER_DATE'],
    ['110105194912310021', 'NUMBER_CHECKSUM'],
  ])('names the fault of %s', (idNumber, fault) => {
    expect(checkDetails({ name: '李明', idNumber }, NOW)).toEqual({ ok: false, faults: {}, number: fault })
  })

  test('refuses a birthdate that has not come yet', () => {
    expect(checkDetails({ name: '林', idNumber: born('2026-11-24') }, NOW)).toMatchObject({
      number: 'NUMBER_DATE',
    })
  })

  test('sends a child to the counter until the day of the fourteenth birthday', () => {
    expect(checkDetails({ name: '林', idNumber: born('2012-11-24') }, NOW)).toMatchObject({
      number: 'GUARDIAN_REQUIRED',
    })
    expect(checkDetails({ name: '林', idNumber: born('2012-11-23') }, NOW)).toMatchObject({ ok: true })
  })

  test('reports both faults at once', () => {
    expect(checkDetails({ name: '12', idNumber: '' }, NOW)).toEqual({
      ok: false,
      faults: { name: 'NAME_MALFORMED' },
      number: 'NUMBER_LENGTH',
    })
  })

  test.each([
    ['古丽娜•买买提', '古丽娜·买买提'],
    ['古丽娜・买买提', '古丽娜·买买提'],
    ['张 〇', '张〇'],
  ])('hands on %s in the spelling that registries have', (typed, name) => {
    expect(checkDetails({ name: typed, idNumber: NUMBER }, NOW)).toMatchObject({
      ok: true,
      details: { name },
    })
  })

  test('tells a private-use character from a mistake', () => {
    expect(checkDetails({ name: '张\ue863', idNumber: NUMBER }, NOW)).toEqual({
      ok: false,
      faults: { name: 'NAME_PRIVATE_CHARACTER' },
    })
  })

  test('accepts the middle dot of long names', () => {
    expect(checkDetails({ name: '阿依古丽·买买提', idNumber: NUMBER }, NOW).ok).toBe(true)
  })

  test.each([
    [{ address: '广东省广州市南沙区丰泽东路106号' }, { address: '广东省广州市南沙区丰泽东路106号' }],
    [{ address: ' 广东省广州市南沙区　丰泽东路１０６号' }, { address: '广东省广州市南沙区丰泽东路106号' }],
    [{ ethnicity: '穿青人' }, { ethnicity: '穿青人' }],
    [{ ethnicity: '回族' }, { ethnicity: '回' }],
    [{ ethnicity: '' }, { ethnicity: '' }],
  ])('hands on what was corrected and nothing else: %j', (written, corrections) => {
    expect(checkDetails({ idNumber: NUMBER, ...written }, NOW)).toEqual({
      ok: true,
      details: { name: '李明', idNumber: NUMBER, corrections },
    })
  })

  test.each([{ ethnicity: '汉族' }, { address: `${READ.address} ` }])(
    'takes another spelling of what was read for no correction: %j',
    (written) => {
      expect(checkDetails({ idNumber: NUMBER, ...written }, NOW)).not.toHaveProperty('details.corrections')
    },
  )

  test.each([
    [{ address: '' }, { address: 'ADDRESS_MALFORMED' }],
    [{ address: '南沙\u202e区' }, { address: 'ADDRESS_MALFORMED' }],
    [{ address: '北京市朝阳区建国路1号院2号楼' }, { address: 'ADDRESS_DIFFERS' }],
    [{ ethnicity: 'Han' }, { ethnicity: 'ETHNICITY_MALFORMED' }],
  ])('refuses a correction that cannot be one: %j', (written, faults) => {
    expect(checkDetails({ idNumber: NUMBER, ...written }, NOW)).toEqual({ ok: false, faults })
  })
})

describe('of a foreign permanent resident', () => {
  const FOREIGN = { idNumber: '911124198108030024', name: 'specimen,Anna', ethnicity: '', address: '' }

  test('the name alone is checked, for the card has neither ethnic group nor address', () => {
    expect(checkDetails(FOREIGN, NOW)).toEqual({
      ok: true,
      details: { name: 'SPECIMEN, ANNA', idNumber: FOREIGN.idNumber },
    })
  })

  test.each([
    ['SPECIMEN, ', { ok: false, faults: { name: 'NAME_MALFORMED' } }],
    ['A'.repeat(61), { ok: false, faults: { name: 'NAME_MALFORMED' } }],
  ])('a name that cannot be one is refused: %s', (name, answer) => {
    expect(checkDetails({ ...FOREIGN, name }, NOW)).toEqual(answer)
  })

  test('a child needs a guardian', () => {
    const idNumber = createResidentNumber({ region: '944752', birthdate: '2018-01-01', sex: 'male' }, () => 0)
    expect(checkDetails({ ...FOREIGN, idNumber }, NOW)).toMatchObject({ number: 'GUARDIAN_REQUIRED' })
  })
})
