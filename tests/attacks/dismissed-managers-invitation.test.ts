import { dismissStaff } from '@nansha/core/organisation/dismiss-staff'
import { expect, it } from 'vitest'
import { createOffice, OPERATOR } from '../support/organisation'

const alice = 'wxv:alice'
const bob = 'wxv:bob'
const carol = 'wxv:carol'

it('a dismissed manager does not come back with an invitation that they made before', async () => {
  const office = createOffice()
  const organisationId = await office.onboard()
  await office.hire(alice, organisationId, 'manager')
  await office.hire(bob, organisationId, 'manager')
  const kept = await office.invite(alice, organisationId, 'manager')
  const forFriend = await office.invite(alice, organisationId, 'clerk')
  await dismissStaff(office.ports, bob, { action: 'dismiss', organisationId, account: alice })

  for (const [who, invitation] of [
    [alice, kept],
    [carol, forFriend],
  ] as const) {
    await expect(office.join(who, invitation)).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
  }
  expect(office.staff()).toEqual({ [bob]: 'manager' })
})

it('an invitation dies when who made it becomes a clerk, or manages somewhere else', async () => {
  const office = createOffice()
  const [here, elsewhere] = [await office.onboard(), await office.onboard('北站')]
  await office.hire(bob, here, 'manager')
  for (const move of [
    async () => office.join(alice, await office.invite(bob, here, 'clerk')),
    async () => office.hire(alice, elsewhere, 'manager'),
  ]) {
    await office.hire(alice, here, 'manager')
    const invitation = await office.invite(alice, here, 'manager')
    await office.hire(carol, elsewhere, 'manager')
    await move()
    await expect(office.join(alice, invitation)).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
  }
})

it('an invitation of a former term does not revive when who made it is a manager again', async () => {
  const office = createOffice()
  const organisationId = await office.onboard()
  await office.hire(bob, organisationId, 'manager')
  await office.hire(alice, organisationId, 'manager')
  const former = await office.invite(alice, organisationId, 'manager')
  await dismissStaff(office.ports, bob, { action: 'dismiss', organisationId, account: alice })
  office.clock.now += 60_000
  await office.hire(alice, organisationId, 'manager')
  await expect(office.join(carol, former)).rejects.toMatchObject({ code: 'INVITATION_INVALID' })
})

it('the operator’s invitations, and those of a manager who stays, are good', async () => {
  const office = createOffice()
  const organisationId = await office.onboard()
  await office.join(alice, await office.invite(OPERATOR, organisationId, 'manager'))
  await office.join(bob, await office.invite(alice, organisationId, 'clerk'))
  expect(office.staff()).toEqual({ [alice]: 'manager', [bob]: 'clerk' })
})
