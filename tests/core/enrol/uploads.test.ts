import { requireOwnFiles, uploadPaths } from '@nansha/core/enrol/uploads'
import { describe, expect, it } from 'vitest'

const ROOT = 'cloud://test.bucket/'
const own = uploadPaths('mine')
const card = ROOT + own.card
const frame = (fileId: string) => ({ fileId, step: 0, at: 0 })
const frames = [frame(`${ROOT + own.frames}0`), frame(`${ROOT + own.frames}1`)]

describe('files of an enrolment', () => {
  it('are those at its own paths', () => {
    const selfie = ROOT + own.selfie
    expect(requireOwnFiles(ROOT, 'mine', { card, selfie })).toEqual({ card, selfie })
    expect(requireOwnFiles(ROOT, 'mine', { card, frames })).toEqual({ card, frames })
  })

  it.each([
    ['card', { card: ROOT + uploadPaths('other').card, frames }],
    ['card', { card: `cloud://elsewhere.bucket/${own.card}`, frames }],
    ['selfie', { card, selfie: ROOT + uploadPaths('other').selfie }],
    ['selfie', { card, selfie: `${ROOT}specimens/1` }],
    ['frames', { card, frames: [frame(`${ROOT + uploadPaths('other').frames}0`)] }],
    ['frames', { card, frames: [...frames].reverse() }],
  ])('are nobody else’s: %s', (field, files) => {
    expect(() => requireOwnFiles(ROOT, 'mine', files)).toThrow(
      expect.objectContaining({ code: 'INPUT_INVALID', details: { field: `files.${field}` } }),
    )
  })
})
