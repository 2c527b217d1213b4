import { expect, it } from 'vitest'
import { crashRounds } from './crash-rounds'

it('a dozen kills during writes, transactions and uploads lose nothing that was acknowledged', async () => {
  const report = await crashRounds(12, Math.random)
  expect(report.faults).toEqual([])
  expect(report.acknowledged.transfers).toBeGreaterThan(0)
}, 120_000)
