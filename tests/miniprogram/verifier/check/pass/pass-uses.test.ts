import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { createPassUses } from '@nansha/verifier/src/check/pass/pass-uses'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'

import { OTHER_CLERK } from '#support/world'
import { type Companion, createCompanion } from '../../support/companion'

let companion: Companion
let uses: ReturnType<typeof createPassUses>
beforeEach(async () => {
  companion = await createCompanion()
  uses = createPassUses(companion)
})
const use = async () => ({
  scenario: 'gate' as const,
  proof: (await companion.world.frames()).proof,
  at: NOW,
  accepted: true,
})
const waiting = () => uses.store.get().waiting
const reports = () => companion.asked.filter((action) => action === 'pass-use')

describe('checks made without network', () => {
  it('are reported once there is one, oldest first, and then forgotten', async () => {
    companion.line.failure = 'OFFLINE'
    await uses.record('pass-1', await use(), NOW)
    await uses.record('pass-2', await use(), NOW)
    await uses.report()
    expect(waiting()).toEqual(['pass-1', 'pass-2'])

    companion.line.failure = undefined
    await uses.report()
    expect(waiting()).toEqual([])
    expect(reports()).toHaveLength(3)
    expect([...companion.storage.values.keys()]).toEqual(['pass-uses'])
  })

  it('survive a restart', async () => {
    companion.line.failure = 'OFFLINE'
    await uses.record('pass-1', await use(), NOW)
    companion.line.failure = undefined
    uses = createPassUses(companion)
    await uses.report()
    expect(reports()).toHaveLength(1)
    expect(waiting()).toEqual([])
  })

  it.each(['SERVICE_UNAVAILABLE', 'STAFF_NOT_ENTITLED', 'LICENCE_EXPIRED'] as const)(
    'wait out %s',
    async (code) => {
      companion.line.failure = code
      await uses.record('pass-1', await use(), NOW)
      await uses.report()
      expect(waiting()).toEqual(['pass-1'])
    },
  )

  it('that will never be taken do not hold up the rest', async () => {
    await uses.record('pass-1', { ...(await use()), proof: 'NP1:NONSENSE' }, NOW)
    await uses.record('pass-2', await use(), NOW)
    await uses.report()
    expect(waiting()).toEqual([])
    expect(reports()).toHaveLength(2)
  })

  it('under a licence that is gone wait on, and do not hold up the rest', async () => {
    const { setOrganisation } = companion.world
    await setOrganisation({ scenarios: ['gate'] })
    await uses.record('pass-1', { ...(await use()), scenario: 'age' }, NOW)
    await uses.record('pass-2', await use(), NOW)
    await uses.report()
    expect(waiting()).toEqual(['pass-1'])
  })

  it('are reported once, however often that is asked for', async () => {
    await uses.record('pass-1', await use(), NOW)
    await Promise.all([uses.report(), uses.report()])
    expect(reports()).toHaveLength(1)
  })
})

describe('a pass', () => {
  it('is decided on once', async () => {
    await uses.record('pass-1', await use(), NOW)
    await expect(uses.record('pass-1', await use(), NOW + 1)).rejects.toMatchObject({
      code: 'TICKET_REPLAYED',
    })
    expect(await uses.hasSeen('pass-1')).toBe(true)
    expect(await uses.hasSeen('pass-2')).toBe(false)
  })

  it('that another gate reported too is remembered as double', async () => {
    const shown = await use()
    await recordPassUse(companion.world.ports, OTHER_CLERK, shown)
    await uses.record('pass-1', shown, NOW)
    await uses.report()
    expect(uses.store.get().doubles).toEqual([{ passId: 'pass-1', scenario: 'gate', at: NOW }])
  })
})
