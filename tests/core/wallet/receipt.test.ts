import { CITIZENS } from '@nansha/core/records/citizens'
import type { Device } from '@nansha/core/records/devices'
import type { Holder } from '@nansha/core/records/holder'
import { STAFF } from '@nansha/core/records/staff'
import { confirmUse } from '@nansha/core/verify/confirm-use'
import { listChecks } from '@nansha/core/verify/list-checks'
import { verifyTicket } from '@nansha/core/verify/verify-ticket'
import { disputeUse, showReceipt } from '@nansha/core/wallet/receipt'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { requestedClaims } from '@nansha/shared/scenarios'
import { beforeEach, describe, expect, it } from 'vitest'
import { NOW } from '../../support/clock'
import { RESIDENT } from '../../support/person'

import { CLERK, createWorld, OTHER_CLERK, type World } from '../../support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const holder = (citizenId = 'citizen') =>
  ({
    credential: { ...world.credential, citizenId },
    device: { ...world.device, citizenId } as Device,
  }) as Holder
const wallet = () => world.ports as unknown as WalletPorts
const present = async () => {
  const handle = await world.giveHandle()
  const { useId } = await verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(handle) })
  return { handle, useId }
}

describe('a receipt', () => {
  it('comes as soon as a desk has looked, and follows what it decides', async () => {
    const waiting = await world.giveHandle()
    expect(await showReceipt(wallet(), holder(), waiting)).toEqual({ state: 'waiting' })
    const { handle, useId } = await present()
    expect(await showReceipt(wallet(), holder(), handle)).toEqual({
      state: 'shown',
      at: NOW,
      scenario: 'hotel',
      organisation: { zh: '南沙酒店', en: 'Nansha Hotel' },
      disclosed: requestedClaims('hotel'),
    })
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    expect(await showReceipt(wallet(), holder(), handle)).toMatchObject({ state: 'accepted' })
  })

  it('is given to its own citizen only', async () => {
    const { handle } = await present()
    expect(await showReceipt(wallet(), holder('somebody else'), handle)).toEqual({ state: 'waiting' })
  })
})

describe('"not me"', () => {
  it('freezes the credential and warns the desk', async () => {
    const { useId } = await present()
    await confirmUse(world.ports, CLERK, { useId, portraitMatches: true })
    await disputeUse(wallet(), holder(), useId)
    expect(world.database.dump().credentials).toMatchObject([{ status: 'frozen' }])
    expect((await listChecks(world.ports, CLERK)).checks).toMatchObject([{ useId, state: 'disputed' }])
    await expect(
      verifyTicket(world.ports, CLERK, { scenario: 'hotel', ticket: world.show(await world.giveHandle()) }),
    ).rejects.toMatchObject({ code: 'CREDENTIAL_FROZEN' })
  })

  it('is told once to the desk, with what it has to find the check by, and to the citizen', async () => {
    const { useId } = await present()
    world.clock.now += 5000
    for (let n = 0; n < 2; n++) await disputeUse(wallet(), holder(), useId)
    expect(world.database.dump().deskWarnings).toEqual([
      {
        _id: `disputed.${useId}`,
        organisationId: 'organisation-1',
        staff: CLERK,
        kind: 'disputed',
        scenario: 'hotel',
        at: new Date(NOW * 1000),
        raisedAt: new Date(world.clock.now),
        subject: { citizenId: 'citizen', credentialId: world.credential._id },
        expiresAt: new Date(world.clock.now + 7 * 86_400_000),
      },
    ])
    const kinds = (world.database.dump().events as { details?: { kind: string } }[]).map(
      ({ details }) => details?.kind,
    )
    expect(kinds.sort()).toEqual(['frozen', 'presented'])
  })

  it('warns the desk though the identity was deleted meanwhile', async () => {
    const { useId } = await present()
    await world.database.in(CITIZENS).remove('citizen')
    await disputeUse(wallet(), holder(), useId)
    expect(world.database.dump().deskWarnings).toMatchObject([{ kind: 'disputed' }])
    expect(world.database.dump().credentials).toMatchObject([{ status: 'valid' }])
  })

  it('stops a check that is still open', async () => {
    const { useId } = await present()
    await disputeUse(wallet(), holder(), useId)
    await expect(confirmUse(world.ports, CLERK, { useId, portraitMatches: true })).rejects.toMatchObject({
      code: 'USE_DECIDED',
    })
  })

  it.each(['revoked', 'frozen'] as const)('changes nothing about a credential that is %s', async (status) => {
    const { useId } = await present()
    await world.setCredential({ status })
    await disputeUse(wallet(), holder(), useId)
    const { statusChangedAt } = world.credential
    expect(world.database.dump().credentials).toMatchObject([{ status, statusChangedAt }])
    expect(world.database.dump().uses).toMatchObject([{ state: 'disputed' }])
    // Nor is a freeze told that was none.
    expect(world.database.dump().events).toHaveLength(1)
  })

  it('says nothing about another citizen’s use', async () => {
    const { useId } = await present()
    await expect(disputeUse(wallet(), holder('somebody else'), useId)).rejects.toMatchObject({
      code: 'USE_UNKNOWN',
    })
    expect(world.database.dump().credentials).toMatchObject([{ status: 'valid' }])
  })
})

describe('what an organisation sees of its checks', () => {
  it('is its own, and never who was checked', async () => {
    await present()
    const { checks } = await listChecks(world.ports, CLERK)
    expect(checks).toMatchObject([{ at: NOW, scenario: 'hotel', state: 'shown', staff: '王芳' }])
    expect(JSON.stringify(checks)).not.toContain(RESIDENT.name)
    expect(JSON.stringify(checks)).not.toContain('citizen')
    expect(await listChecks(world.ports, OTHER_CLERK)).toEqual({ checks: [] })
  })

  it('has the refused codes too, each reason once, and tells nobody else', async () => {
    const { handle } = await present()
    const asked = { scenario: 'hotel', ticket: world.show(handle) } as const
    const forged = { scenario: 'hotel', ticket: world.show('A'.repeat(22)) } as const
    for (const account of [OTHER_CLERK, OTHER_CLERK] as const) {
      await expect(verifyTicket(world.ports, account, asked)).rejects.toMatchObject({
        code: 'TICKET_REPLAYED',
      })
      await expect(verifyTicket(world.ports, account, forged)).rejects.toMatchObject({
        code: 'TICKET_UNKNOWN',
      })
    }
    const { checks } = await listChecks(world.ports, OTHER_CLERK)
    expect(checks.map(({ state, code }) => `${state} ${code}`).sort()).toEqual([
      'refused TICKET_REPLAYED',
      'refused TICKET_UNKNOWN',
    ])
    expect((await listChecks(world.ports, CLERK)).checks).toHaveLength(1)
  })

  it('is a clerk’s own and a manager’s whole', async () => {
    await present()
    const colleague = { organisationId: 'organisation-1', name: '李明', joinedAt: new Date() } as const
    const staff = world.database.in(STAFF)
    await staff.put({ ...colleague, _id: 'wxverifier:second', role: 'clerk' })
    await staff.put({ ...colleague, _id: 'wxverifier:boss', role: 'manager' })
    expect((await listChecks(world.ports, 'wxverifier:second')).checks).toEqual([])
    expect((await listChecks(world.ports, 'wxverifier:boss')).checks).toHaveLength(1)
  })
})
