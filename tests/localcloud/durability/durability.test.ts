import { expect, it } from 'vitest'
import { crashRounds } from './crash-rounds'

it('the local cloud, killed six times during writes and uploads, loses nothing acknowledged', async () => {
  const report = await crashRounds(6, Math.random)
  expect(report.faults).toEqual([])
  expect(report.acknowledged.transfers).toBeGreaterThan(0)
})
