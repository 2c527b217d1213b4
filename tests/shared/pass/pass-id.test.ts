import { passIdOf } from '@nansha/shared/pass/pass-id'
import { expect, it } from 'vitest'
import { createOfflineWorld } from '#support/offline-world'

it('a phone and a companion give a pass the same name, whatever its signature', async () => {
  const world = await createOfflineWorld()
  const pass = await world.pass()
  const { passId } = await world.verify(await world.frames({ pass }), await world.open())
  expect(passIdOf(pass)).toBe(passId)
  expect(passIdOf(`${pass.slice(0, pass.lastIndexOf('.'))}.another-signature~`)).toBe(passId)
  expect(passIdOf(await world.pass())).not.toBe(passId)
})
