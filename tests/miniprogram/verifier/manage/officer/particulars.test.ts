import { createResidentNumber } from '@nansha/shared/resident-number'
import { describe, expect, it } from 'vitest'
import { checkDraft, type Draft, isUnlistedGroup, needsGuardian } from '#verifier/manage/officer/particulars'

const NOW = Date.UTC(2026, 10, 23)
const adult: Draft = {
  name: '李明',
  idNumber: '11010519491231002x',
  ethnicity: '汉',
  address: '',
  nationality: '',
  chineseName: '',
  cardValidity: '2026-11-23',
  guardianName: '',
  guardianNumber: '',
}
const numberOf = (birthdate: string) =>
  createResidentNumber({ region: '440115', birthdate, sex: 'male' }, () => 0.3)
const check = (changed: Partial<Draft> = {}) => checkDraft({ ...adult, ...changed }, NOW)
const faults = (changed: Partial<Draft>) => {
  const checked = check(changed)
  return checked.ok ? {} : checked.faults
}

describe('what an officer entered', () => {
  it('goes as the server takes it, and nothing that was left empty', () => {
    expect(check()).toEqual({
      ok: true,
      particulars: {
        name: '李明',
        idNumber: '11010519491231002X',
        ethnicity: '汉',
        cardValidity: '2026-11-23',
      },
    })
  })

  it('of a foreign permanent resident goes with a nationality, and without what their card does not print', () => {
    const foreigner = {
      idNumber: '911124198108030024',
      name: 'specimen, Anna',
      chineseName: '',
      nationality: 'can',
    }
    expect(check({ ...foreigner, address: '广东省' })).toEqual({
      ok: true,
      particulars: {
        name: 'SPECIMEN, ANNA',
        idNumber: '911124198108030024',
        nationality: 'CAN',
        cardValidity: '2026-11-23',
      },
    })
    expect(faults({ ...foreigner, nationality: '加拿大' })).toEqual({ nationality: 'NATIONALITY_MALFORMED' })
  })

  it.each([
    ['长期', 'long-term'],
    ['2031.05.20', '2031-05-20'],
    ['2031-05-20', '2031-05-20'],
    ['20360520', '2036-05-20'],
    ['2036.5.20', '2036-05-20'],
    ['2036年05月20日', '2036-05-20'],
    ['長期', 'long-term'],
    ['２０３６．０５．２０', '2036-05-20'],
    ['2016.05.20-2036.05.20', '2036-05-20'],
  ])('reads the validity %s as officers type it', (cardValidity, expected) => {
    expect(check({ cardValidity })).toMatchObject({ particulars: { cardValidity: expected } })
  })

  it.each([
    ['', 'VALIDITY_MALFORMED'],
    ['2031-13-20', 'VALIDITY_MALFORMED'],
    ['2036.02.30', 'VALIDITY_MALFORMED'],
    ['2035-02-29', 'VALIDITY_MALFORMED'],
    ['2036.05.20-2016.05.20', 'VALIDITY_MALFORMED'],
    ['2026.11.22', 'CARD_EXPIRED'],
    ['2026.11.24-2046.11.24', 'CARD_NOT_YET_VALID'],
    ['2063.05.20', 'CARD_NOT_YET_VALID'],
  ])('is refused with the validity %j: %s', (cardValidity, fault) => {
    expect(faults({ cardValidity })).toEqual({ cardValidity: fault })
  })

  it('is refused field by field', () => {
    expect(
      faults({
        name: '1',
        idNumber: '110105194912310021',
        ethnicity: 'Han',
        address: '南沙\u202e区',
        cardValidity: '2031',
      }),
    ).toEqual({
      name: 'NAME_MALFORMED',
      idNumber: 'NUMBER_CHECKSUM',
      ethnicity: 'ETHNICITY_MALFORMED',
      address: 'ADDRESS_MALFORMED',
      cardValidity: 'VALIDITY_MALFORMED',
    })
  })
})

describe('names, groups and numbers as officers type them', () => {
  it.each([
    [{ name: ' 古丽娜・买买提 ' }, { name: '古丽娜·买买提' }],
    [{ name: '张 〇' }, { name: '张〇' }],
    [{ ethnicity: '汉族' }, { ethnicity: '汉' }],
    [{ ethnicity: '穿青人' }, { ethnicity: '穿青人' }],
    [{ idNumber: '１１０１０５ 19491231 002ｘ' }, { idNumber: '11010519491231002X' }],
    [{ address: '南沙区　进港大道８０号 ' }, { address: '南沙区进港大道80号' }],
  ])('%j goes as %j', (typed, sent) => {
    expect(check(typed)).toMatchObject({ ok: true, particulars: sent })
  })

  it('say when a group is none of the 56, so that a slip is noticed', () => {
    expect(isUnlistedGroup('穿青人')).toBe(true)
    for (const group of ['汉', '汉族', '', 'Han']) expect(isUnlistedGroup(group)).toBe(false)
  })

  it('name a character that other systems cannot read', () => {
    expect(faults({ name: '张\ue863' })).toEqual({ name: 'NAME_PRIVATE_CHARACTER' })
  })
})

describe('a child', () => {
  it('is under 14 until the birthday, by the calendar of China', () => {
    expect(needsGuardian(numberOf('2012-11-23'), NOW)).toBe(false)
    expect(needsGuardian(numberOf('2012-11-24'), NOW)).toBe(true)
    expect(needsGuardian(numberOf('2012-11-24'), Date.UTC(2026, 10, 23, 16))).toBe(false)
  })

  it('needs a guardian with a name and a number', () => {
    const idNumber = numberOf('2015-06-01')
    expect(faults({ idNumber })).toEqual({ guardianName: 'NAME_MALFORMED', guardianNumber: 'NUMBER_LENGTH' })
    expect(check({ idNumber, guardianName: '李大明', guardianNumber: '11010519491231002X' })).toMatchObject({
      particulars: { guardian: { name: '李大明', idNumber: '11010519491231002X' } },
    })
  })

  it('is the only one with a guardian', () => {
    expect(check({ guardianName: '李大明', guardianNumber: '11010519491231002X' })).not.toHaveProperty(
      'particulars.guardian',
    )
  })
})
