import { randomBytes } from 'node:crypto'
import { createLivenessChallenge, LivenessChallenge } from '@nansha/core/face/liveness/challenge'
import * as v from 'valibot'
import { expect, it } from 'vitest'

it('the challenge asks for three actions, none twice in a row, at least one of them a turn', () => {
  for (let i = 0; i < 500; i++) {
    const { actions } = v.parse(LivenessChallenge, createLivenessChallenge(randomBytes, false))
    expect(actions.some((action, index) => action === actions[index + 1])).toBe(false)
    expect(actions.some((action) => action.startsWith('turn'))).toBe(true)
  }
})

it('the challenge draws every one of the 34 sequences about as often as the others', () => {
  const seen = new Map<string, number>()
  const draws = 34 * 200
  for (let i = 0; i < draws; i++) {
    const key = createLivenessChallenge(randomBytes, false).actions.join()
    seen.set(key, (seen.get(key) ?? 0) + 1)
  }
  expect(seen.size).toBe(34)
  // 200 expected each; five standard deviations either way.
  expect(Math.min(...seen.values())).toBeGreaterThan(200 - 5 * Math.sqrt(200))
  expect(Math.max(...seen.values())).toBeLessThan(200 + 5 * Math.sqrt(200))
})

it('the challenge never has the same id twice', () => {
  const ids = Array.from({ length: 200 }, () => createLivenessChallenge(randomBytes, false).id)
  expect(new Set(ids).size).toBe(200)
})

it('the challenge lights the face with every colour, none twice in a row, in each of 90 orders about as often', () => {
  const seen = new Map<string, number>()
  const draws = 90 * 100
  for (let i = 0; i < draws; i++) {
    const { colours = [] } = v.parse(LivenessChallenge, createLivenessChallenge(randomBytes, true))
    seen.set(colours.join(), (seen.get(colours.join()) ?? 0) + 1)
  }
  expect(seen.size).toBe(90)
  for (const key of seen.keys()) expect(key).not.toMatch(/(\w+),\1/)
  expect(Math.min(...seen.values())).toBeGreaterThan(100 - 5 * Math.sqrt(100))
  expect(Math.max(...seen.values())).toBeLessThan(100 + 5 * Math.sqrt(100))
})
