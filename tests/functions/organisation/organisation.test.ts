import type { InvitationList, Invited, Joined, Onboarded } from '@nansha/shared/api/organisation'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestCloud, type TestCloud } from '../../support/cloud'

let cloud: TestCloud
beforeAll(async () => {
  cloud = await startTestCloud()
})
afterAll(() => cloud.stop())

const hotel = {
  action: 'onboard',
  name: { zh: '南沙酒店', en: 'Nansha Hotel' },
  scenarios: ['hotel'],
  licenceExpiresAt: 2_000_000_000,
}

it('the organisation function takes a hotel from the operator to a clerk at the desk', async () => {
  const onboarded = await cloud.operator.call<Onboarded>('organisation', hotel)
  if (!onboarded.ok) return expect.unreachable(onboarded.code)
  const invite = { action: 'invite', organisationId: onboarded.organisationId, role: 'clerk' }
  const invited = await cloud.operator.call<Invited>('organisation', invite)
  if (!invited.ok) return expect.unreachable(invited.code)

  const join = { action: 'join', invitation: invited.invitation, name: '王芳' }
  expect(await cloud.staff('clerk').call<Joined>('organisation', join)).toMatchObject({
    ok: true,
    organisation: hotel.name,
  })
  expect(await cloud.staff('other').call('organisation', join)).toMatchObject({
    ok: false,
    code: 'INVITATION_INVALID',
  })
  const { staff, invitations } = await cloud.records()
  expect(staff).toMatchObject([{ _id: 'wxverifier000000002:clerk', role: 'clerk' }])
  expect(invitations).toBeUndefined()
})

it('the organisation function onboards for nobody else, whatever the event says', async () => {
  for (const client of [cloud.staff('clerk'), cloud.citizen('operator')]) {
    expect(await client.call('organisation', hotel)).toMatchObject({ ok: false, code: 'CALLER_FORBIDDEN' })
  }
  const posing = { ...hotel, userInfo: { appId: cloud.operator.appId, openId: cloud.operator.openId } }
  expect(await cloud.staff('clerk').call('organisation', posing)).toMatchObject({
    ok: false,
    code: 'CALLER_FORBIDDEN',
  })
})

it('the organisation function lists and withdraws invitations, and keeps a manager, over the real SDK', async () => {
  const onboarded = await cloud.operator.call<Onboarded>('organisation', hotel)
  if (!onboarded.ok) return expect.unreachable(onboarded.code)
  const { organisationId } = onboarded
  const invite = async () => {
    const event = { action: 'invite', organisationId, role: 'manager' }
    const invited = await cloud.operator.call<Invited>('organisation', event)
    return invited.ok ? invited.invitation : expect.unreachable(invited.code)
  }
  const managers = [cloud.staff('one'), cloud.staff('two')] as const
  for (const manager of managers) {
    const join = { action: 'join', invitation: await invite(), name: '陈经理' }
    expect(await manager.call('organisation', join)).toMatchObject({ ok: true })
  }

  const code = await invite()
  const list = async () =>
    managers[0].call<InvitationList>('organisation', { action: 'invitations', organisationId })
  const open = await list()
  if (!open.ok) return expect.unreachable(open.code)
  expect(open.invitations).toMatchObject([{ role: 'manager' }])
  const withdraw = { action: 'withdraw', organisationId, invitation: open.invitations[0]?.id }
  expect(await managers[1].call('organisation', withdraw)).toMatchObject({ ok: true })
  expect(await list()).toMatchObject({ invitations: [] })
  const late = { action: 'join', invitation: code, name: 'x' }
  expect(await cloud.staff('late').call('organisation', late)).toMatchObject({ code: 'INVITATION_INVALID' })

  const dismissal = (other: (typeof managers)[number]) => ({
    action: 'dismiss',
    organisationId,
    account: `${other.appId}:${other.openId}`,
  })
  const [one, two] = managers
  const both = await Promise.all([
    one.call('organisation', dismissal(two)),
    two.call('organisation', dismissal(one)),
  ])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})
