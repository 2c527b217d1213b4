import { randomBytes } from 'node:crypto'
import { createLivenessChallenge, LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import * as v from 'valibot'
import { expect, it } from 'vitest'

it('asks for three actions, none twice in a row, at least one of them a turn', () => {
  for (let i = 0; i < 500; i++) {
    const { actions } = v.parse(LivenessChallenge, createLivenessChallenge(randomBytes))
    expect(actions.some((action, index) => action === actions[index + 1])).toBe(false)
    expect(actions.some((action) => action.startsWith('turn'))).toBe(true)
  }
})

it('draws every one of the 34 sequences about as often as the others', () => {
  const seen = new Map<string, number>()
  const draws = 34 * 200
  for (let i = 0; i < draws; i++) {
    const key = createLivenessChallenge(randomBytes).actions.join()
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  expect(seen.size).toBe(34)
  // 200 expected each; five standard deviations either way.
  expect(Math.min(...seen.values())).toBeGreaterThan(200 - 5 * Math.sqrt(200))
  expect(Math.max(...seen.values())).toBeLessThan(200 + 5 * Math.sqrt(200))
})

it('never gives an id twice', () => {
  const ids = Array.from({ length: 200 }, () => createLivenessChallenge(randomBytes).id)
  expect(new Set(ids).size).toBe(200)
})
