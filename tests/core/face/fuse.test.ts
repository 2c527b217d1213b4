import { classifyScore, fuse, THRESHOLDS } from '@nansha/core/face/fuse'
import { expect, it } from 'vitest'

it('the fused score rises with what either matcher says', () => {
  const base = { faceApi: -0.5, sface: 0.3 }
  expect(fuse({ ...base, faceApi: -0.4 })).toBeGreaterThan(fuse(base))
  expect(fuse({ ...base, sface: 0.4 })).toBeGreaterThan(fuse(base))
})

it('the fused score is decided at two thresholds', () => {
  const { accept, refer } = THRESHOLDS
  expect(accept).toBeGreaterThan(refer)
  expect([accept, refer, refer - 0.001].map(classifyScore)).toEqual(['match', 'refer', 'no-match'])
})

it('the fused score never lets pass what is not a number', () => {
  expect(classifyScore(fuse({ faceApi: Number.NaN, sface: 1 }))).toBe('no-match')
})
