import { REFUSED_CHECKS } from '@nansha/core/records/refused-checks'
import { listChecks } from '@nansha/core/verify/list-checks'
import { expect, it } from 'vitest'
import { CLERK, createWorld } from '#support/world'

it('the checks of a desk go on to their end, each once, however many fell into one millisecond', async () => {
  const world = await createWorld()
  const count = 230
  for (let n = 0; n < count; n++)
    await world.database.in(REFUSED_CHECKS).insert({
      _id: `check-${String(n).padStart(16, '0')}`,
      organisationId: 'organisation-1',
      staff: CLERK,
      scenario: 'hotel',
      code: 'TICKET_EXPIRED',
      at: new Date((1_700_000_000 + Math.floor(n / 60)) * 1000),
      expiresAt: new Date(1_900_000_000_000),
    })
  const seen: number[] = []
  let before: number | undefined
  do {
    const page = await listChecks(world.ports, CLERK, before)
    seen.push(...page.checks.map(({ at }) => at))
    before = page.before
  } while (before !== undefined)
  expect(seen).toHaveLength(count)
  expect(seen).toEqual([...seen].sort((a, b) => b - a))
})
