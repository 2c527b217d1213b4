import type { Invited, Joined, Onboarded } from '@nansha/shared/api/organisation'
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

it('takes a hotel from the operator to a clerk at the desk', async () => {
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

it('onboards for nobody else, whatever the event says', async () => {
  for (const client of [cloud.staff('clerk'), cloud.citizen('operator')]) {
    expect(await client.call('organisation', hotel)).toMatchObject({ ok: false, code: 'CALLER_FORBIDDEN' })
  }
  const posing = { ...hotel, userInfo: { appId: cloud.operator.appId, openId: cloud.operator.openId } }
  expect(await cloud.staff('clerk').call('organisation', posing)).toMatchObject({
    ok: false,
    code: 'CALLER_FORBIDDEN',
  })
})
