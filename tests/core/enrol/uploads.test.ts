import { framePath, possibleFiles, requireOwnFiles, uploadPaths } from '@nansha/core/enrol/uploads'
import { describe, expect, it } from 'vitest'

const ROOT = 'cloud://test.bucket/'
const own = uploadPaths('mine')
const card = ROOT + own.card
const challenge = {
  id: 'asked',
  actions: [],
  answers: [],
  askedAt: new Date(0),
  toldAt: new Date(0),
}
const mine = { _id: 'mine', challenge }
const framesOf = (enrolment: string, id: string) =>
  [0, 1].map((number) => ROOT + framePath(enrolment, id) + number)
const frames = framesOf('mine', 'asked')

describe('files of an enrolment', () => {
  it('are those at its own paths', () => {
    const selfie = ROOT + own.selfie
    expect(() => requireOwnFiles(ROOT, mine, { card, selfie })).not.toThrow()
    expect(() => requireOwnFiles(ROOT, mine, { card, frames })).not.toThrow()
  })

  it.each([
    ['card', { card: ROOT + uploadPaths('other').card, frames }],
    ['card', { card: `cloud://elsewhere.bucket/${own.card}`, frames }],
    ['selfie', { card, selfie: ROOT + uploadPaths('other').selfie }],
    ['selfie', { card, selfie: `${ROOT}specimens/1` }],
    ['frames', { card, frames: framesOf('other', 'asked') }],
    ['frames', { card, frames: framesOf('mine', 'former') }],
    ['frames', { card, frames: [...frames].reverse() }],
  ])('do not include another path: %s', (field, files) => {
    expect(() => requireOwnFiles(ROOT, mine, files)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', details: { field: `files.${field}` } }),
    )
  })

  it('that may be there are the photos, the portrait on record, and the longest capture of each challenge', () => {
    const fixed = ['enrolments/mine/card', 'enrolments/mine/emblem', 'enrolments/mine/selfie']
    const always = [...fixed, 'internal/references/mine'].map((path) => ROOT + path)
    expect(possibleFiles(ROOT, { _id: 'mine' })).toEqual(always)
    const numbered = ['a', 'b'].flatMap((id) =>
      Array.from({ length: 11 }, (_, number) => `${ROOT}enrolments/mine/frame-${id}-${number}`),
    )
    expect(possibleFiles(ROOT, { _id: 'mine', challenges: ['a', 'b'] })).toEqual([...always, ...numbered])
  })

  it('include no frames before a challenge was drawn', () => {
    expect(() => requireOwnFiles(ROOT, { ...mine, challenge: null }, { card, frames })).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID' }),
    )
  })
})
