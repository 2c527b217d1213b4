import { changeStatus } from '@nansha/core/history/change-status'
import { CREDENTIALS } from '@nansha/core/records/credentials'
import { beforeEach, expect, it } from 'vitest'
import { createWorld, type World } from '#support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const change = (status: 'frozen' | 'valid', credentialId = world.credential._id) =>
  world.ports.database.transaction((transaction) =>
    changeStatus(world.ports, transaction, { citizenId: 'citizen', credentialId }, status),
  )
const recorded = async () => (await world.ports.database.in(CREDENTIALS).get(world.credential._id))?.status

it.each(['valid', 'frozen'] as const)('what is revoked is never made %s', async (status) => {
  await world.setCredential({ status: 'revoked' })
  expect(await change(status)).toBe(false)
  expect(await recorded()).toBe('revoked')
  expect(await world.ports.database.in(CREDENTIALS).get(world.credential._id)).toMatchObject({
    statusChangedAt: world.credential.statusChangedAt,
  })
})

it('a credential that is not there is not changed', async () => {
  expect(await change('frozen', '1.1')).toBe(false)
})

it('a freeze is written and lifted with its time, and what changes nothing keeps the former time', async () => {
  world.clock.now += 1000
  const frozenAt = new Date(world.clock.now)
  expect(await change('frozen')).toBe(true)
  world.clock.now += 1000
  expect(await change('frozen')).toBe(true)
  const credentials = world.ports.database.in(CREDENTIALS)
  expect(await credentials.get(world.credential._id)).toMatchObject({
    status: 'frozen',
    statusChangedAt: frozenAt,
  })
  expect(await change('valid')).toBe(true)
  expect(await recorded()).toBe('valid')
})
