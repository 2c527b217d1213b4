import { describe, expect, test } from 'vitest'
import { maskName, maskNumber } from '#citizen/wallet/mask'
import { readIdentity } from '#citizen/wallet/read-identity'
import { holderKey } from '#support/keys'
import { issueSpecimen } from '../support/citizen-cloud'

const holder = holderKey().publicJwk

describe('readIdentity', () => {
  test('reads who it is, who vouches, and until when', () => {
    expect(readIdentity(issueSpecimen({ holder }))).toEqual({
      name: '李明',
      idNumber: '11010519491231002X',
      issuer: 'https://id.example',
      issuerId: 7,
      expiresAt: expect.any(Number),
      assurance: 'specimen',
      holderKey: holder,
      lacks: ['ethnicity', 'address', 'card_validity', 'nationality', 'chinese_name'],
    })
  })

  test('tells what a credential does not have, so that nobody is asked to approve it', () => {
    const claims = { nationality: 'FRA', card_validity: '2034-01-15' }
    expect(readIdentity(issueSpecimen({ holder, claims }))?.lacks).toEqual([
      'ethnicity',
      'address',
      'chinese_name',
    ])
  })

  test.each([
    ['nothing', ''],
    ['a JWS alone', issueSpecimen({ holder }).split('~')[0] ?? ''],
    ['a credential whose name is missing', issueSpecimen({ holder, claims: { name: undefined } })],
    ['a disclosure that belongs to another credential', graft()],
  ])('refuses %s', (_what, credential) => {
    expect(readIdentity(credential)).toBeUndefined()
  })
})

function graft(): string {
  const [jws, , ...disclosures] = issueSpecimen({ holder }).split('~')
  const stranger = issueSpecimen({ holder, claims: { name: '陈静' } }).split('~')[1]
  return [jws, stranger, ...disclosures].join('~')
}

test('a masked name keeps its first character, whatever its length', () => {
  expect(['林', '林小', '林小满', '阿依古丽·买买提', '𠮷田'].map(maskName)).toEqual([
    '林',
    '林*',
    '林**',
    '阿***',
    '𠮷*',
  ])
})

test('a masked number keeps its last four characters', () => {
  expect(maskNumber('11010519491231002X')).toBe('****** ******** 002X')
})
