import type { Holder } from '@nansha/core/records/holder'
import { recordPassUse } from '@nansha/core/verify/record-pass-use'
import { disputeUse } from '@nansha/core/wallet/receipt'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { createPassUses } from '@nansha/verifier/src/check/pass/pass-uses'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '#support/clock'

import { OTHER_CLERK } from '#support/world'
import { verifyTicket } from '#verifier/check/verify-ticket'
import { createWatch } from '#verifier/warnings/watch'
import { type Companion, createCompanion } from '../support/companion'

let companion: Companion
let watch: ReturnType<typeof createWatch>
let uses: ReturnType<typeof createPassUses>
beforeEach(async () => {
  companion = await createCompanion()
  uses = createPassUses(companion)
  watch = restart()
})
const restart = () => createWatch({ ...companion, now: () => companion.world.clock.now, passUses: uses })
const warnings = () => watch.store.get()

async function dispute() {
  const { world, desk } = companion
  const { evidence } = await verifyTicket(desk, 'hotel', world.show(await world.giveHandle()))
  if (evidence.form !== 'ticket') throw new Error('not a ticket')
  const holder = {
    credential: world.credential,
    device: { ...world.device, citizenId: 'citizen' },
  } as unknown as Holder
  await disputeUse(world.ports as unknown as WalletPorts, holder, evidence.useId)
}

describe('“not me”', () => {
  it('reaches the desk, until somebody there has read it', async () => {
    await watch.look()
    expect(warnings()).toEqual([])
    await dispute()
    await watch.look()
    const [warning] = warnings()
    expect(warning).toMatchObject({ kind: 'disputed', scenario: 'hotel', at: NOW })
    if (!warning) return expect.unreachable()
    await watch.acknowledge(warning)
    await watch.look()
    expect(warnings()).toEqual([])
    watch = restart()
    await watch.look()
    expect(warnings()).toEqual([])
  })

  it('of yesterday interrupts nobody', async () => {
    await dispute()
    companion.world.clock.now += 86_400_000
    await watch.look()
    expect(warnings()).toEqual([])
  })

  it('stays on the screen while the network is gone', async () => {
    await dispute()
    await watch.look()
    companion.line.failure = 'OFFLINE'
    await watch.look()
    expect(warnings()).toHaveLength(1)
  })
})

describe('a pass that two gates took', () => {
  const shown = async () => ({
    scenario: 'gate' as const,
    proof: (await companion.world.frames()).proof,
    at: NOW,
    accepted: true,
  })

  it('is told to the gate that reports it second', async () => {
    const use = await shown()
    await recordPassUse(companion.world.ports, OTHER_CLERK, use)
    await uses.record('pass-1', use, NOW)
    await uses.report()
    await watch.look()
    expect(warnings()).toMatchObject([{ kind: 'double', scenario: 'gate', at: NOW }])
  })

  it('is told to the gate that reported it first', async () => {
    const use = await shown()
    await uses.record('pass-1', use, NOW)
    await uses.report()
    await recordPassUse(companion.world.ports, OTHER_CLERK, use)
    await watch.look()
    expect(warnings()).toMatchObject([{ kind: 'double', scenario: 'gate', at: NOW }])
  })
})
