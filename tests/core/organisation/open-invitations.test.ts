import { dismissStaff } from '@nansha/core/organisation/dismiss-staff'
import { listInvitations, withdrawInvitation } from '@nansha/core/organisation/open-invitations'
import type { AccountKey } from '@nansha/core/records/account-key'
import { beforeEach, describe, expect, it } from 'vitest'
import { createOffice, OPERATOR } from '../../support/organisation'

const alice = 'wxv:alice' as const
const bob = 'wxv:bob' as const
const carol = 'wxv:carol' as const
const WEEK_MS = 7 * 24 * 3600_000

let office: ReturnType<typeof createOffice>
let organisationId: string
beforeEach(async () => {
  office = createOffice()
  organisationId = await office.onboard()
  await office.hire(alice, organisationId, 'manager')
})
const list = async (by: AccountKey, of = organisationId) =>
  (await listInvitations(office.ports, by, { action: 'invitations', organisationId: of })).invitations
const withdraw = (by: AccountKey, invitation: string, of = organisationId) =>
  withdrawInvitation(office.ports, by, { action: 'withdraw', organisationId: of, invitation })

describe('open invitations', () => {
  it('tell a manager role, inviter and end, newest first, and never the code', async () => {
    const first = await office.invite(OPERATOR, organisationId, 'manager')
    office.clock.now += 1000
    const second = await office.invite(alice, organisationId, 'clerk')
    const expiresAt = (office.clock.now + WEEK_MS) / 1000
    const open = await list(alice)
    expect(open).toMatchObject([
      { role: 'clerk', by: alice, expiresAt },
      { role: 'manager', expiresAt: expiresAt - 1 },
    ])
    expect(open[1]).not.toHaveProperty('by')
    for (const code of [first, second]) expect(JSON.stringify(open)).not.toContain(code)
  })

  it('are those that somebody could still join with', async () => {
    await office.hire(bob, organisationId, 'manager')
    await office.invite(bob, organisationId, 'clerk')
    const spent = await office.invite(alice, organisationId, 'clerk')
    await office.join(carol, spent)
    expect(await list(alice)).toHaveLength(1)
    await dismissStaff(office.ports, alice, { action: 'dismiss', organisationId, account: bob })
    expect(await list(alice)).toEqual([])
    await office.invite(alice, organisationId, 'clerk')
    office.clock.now += WEEK_MS
    expect(await list(alice)).toEqual([])
  })

  it('are void once a manager or the operator withdraws them', async () => {
    for (const by of [alice, OPERATOR]) {
      const code = await office.invite(alice, organisationId, 'clerk')
      const id = (await list(by))[0]?.id as string
      await withdraw(by, id)
      await expect(office.join(carol, code)).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
      expect(await list(by)).toEqual([])
      await withdraw(by, id)
    }
  })

  it('are seen and withdrawn by nobody else', async () => {
    const elsewhere = await office.onboard('北站')
    await office.hire(bob, elsewhere, 'manager')
    await office.hire(carol, organisationId, 'clerk')
    const code = await office.invite(alice, organisationId, 'clerk')
    const id = (await list(alice))[0]?.id as string
    for (const by of [bob, carol, 'wxv:stranger'] as const) {
      await expect(list(by)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
      await expect(withdraw(by, id)).rejects.toMatchObject({ code: 'CALLER_FORBIDDEN' })
    }
    await withdraw(bob, id, elsewhere)
    await office.join('wxv:dave', code)
  })

  it('are at most fifty, however many are made at once; spent, withdrawn and expired ones make room', async () => {
    const make = () => office.invite(alice, organisationId, 'clerk')
    const made = await Promise.allSettled(Array.from({ length: 60 }, make))
    const codes = made.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []))
    expect(codes).toHaveLength(50)
    await expect(make()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    await office.join(carol, codes[0] as string)
    await make()
    await withdraw(alice, (await list(alice))[0]?.id as string)
    await make()
    await expect(make()).rejects.toMatchObject({ code: 'ATTEMPTS_EXHAUSTED' })
    office.clock.now += WEEK_MS
    await make()
  })
})
