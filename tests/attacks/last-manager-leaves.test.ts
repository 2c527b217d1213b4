import { dismissStaff } from '@nansha/core/organisation/dismiss-staff'
import { beforeEach, expect, it } from 'vitest'
import { createOffice, OPERATOR } from '../support/organisation'

const alice = 'wxv:alice'
const bob = 'wxv:bob'

let office: ReturnType<typeof createOffice>
let organisationId: string
beforeEach(async () => {
  office = createOffice()
  organisationId = await office.onboard()
  await office.hire(alice, organisationId, 'manager')
})
const dismiss = (by: typeof alice | typeof bob | typeof OPERATOR, account: typeof alice | typeof bob) =>
  dismissStaff(office.ports, by, { action: 'dismiss', organisationId, account })

it('the only manager does not step down with an own invitation for a clerk', async () => {
  const invitation = await office.invite(alice, organisationId, 'clerk')
  await expect(office.join(alice, invitation)).rejects.toMatchObject({ code: 'MANAGER_LAST' })
  expect(office.staff()).toEqual({ [alice]: 'manager' })
})

it('the only manager does not leave by joining another organisation', async () => {
  const elsewhere = await office.onboard('北站')
  await expect(office.hire(alice, elsewhere, 'manager')).rejects.toMatchObject({ code: 'MANAGER_LAST' })
  expect(office.database.dump().staff).toMatchObject([{ _id: alice, organisationId }])
})

it('a move that is refused to the only manager does not spend the invitation', async () => {
  const elsewhere = await office.onboard('北站')
  const invitation = await office.invite(OPERATOR, elsewhere, 'clerk')
  await expect(office.join(alice, invitation)).rejects.toMatchObject({ code: 'MANAGER_LAST' })
  await office.hire(bob, organisationId, 'manager')
  await office.join(alice, invitation)
  expect(office.staff()).toEqual({ [alice]: 'clerk', [bob]: 'manager' })
})

it('of two managers who dismiss each other at once one stays', async () => {
  await office.hire(bob, organisationId, 'manager')
  await Promise.allSettled([dismiss(alice, bob), dismiss(bob, alice)])
  expect(Object.values(office.staff())).toEqual(['manager'])
})

it('of two managers who leave at once one stays', async () => {
  await office.hire(bob, organisationId, 'manager')
  const elsewhere = await office.onboard('北站')
  await Promise.allSettled([office.hire(alice, elsewhere, 'clerk'), office.hire(bob, elsewhere, 'clerk')])
  expect(Object.values(office.staff()).sort()).toEqual(['clerk', 'manager'])
})

it('a person who became manager several times counts as one manager', async () => {
  await office.hire(alice, organisationId, 'manager')
  const elsewhere = await office.onboard('北站')
  await expect(office.hire(alice, elsewhere, 'clerk')).rejects.toMatchObject({ code: 'MANAGER_LAST' })
})

it('a manager who left is no longer counted as one', async () => {
  await office.hire(bob, organisationId, 'manager')
  await dismiss(alice, bob)
  const elsewhere = await office.onboard('北站')
  await expect(office.hire(alice, elsewhere, 'clerk')).rejects.toMatchObject({ code: 'MANAGER_LAST' })
})

it('the operator, who can invite the next one, may dismiss the last manager', async () => {
  await dismiss(OPERATOR, alice)
  expect(office.staff()).toEqual({})
  await office.hire(bob, organisationId, 'manager')
  expect(office.staff()).toEqual({ [bob]: 'manager' })
})
