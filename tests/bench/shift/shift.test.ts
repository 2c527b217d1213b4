import { HOUR_MS } from '@nansha/shared/clock/durations'
import { expect, it } from 'vitest'
import { seededRandom } from '#demo/specimen/seeded-random'
import { runShift } from './run-shift'

it('a short week of killed clouds and lost answers reports every stay once and shows every use once', async () => {
  const result = await runShift({ guests: 12, days: 1, kills: 1, random: seededRandom(7) })
  expect(result).toMatchObject({ faults: [], missing: 0, unknown: 0, unsent: 0, guests: 12, kills: 1 })
  expect(result.presented).toBe(result.scans)
  expect(result.slowest).toBeLessThanOrEqual(3 * HOUR_MS)
  expect(result.slowestAfterRecovery).toBeLessThanOrEqual(3 * HOUR_MS)
  expect(result.comparisons.equal).toBeGreaterThan(0)
})
