import { DESK_DIGITS } from '@nansha/core/records/desk-digits'
import { giveDigits } from '@nansha/core/verify/give-digits'
import { beforeEach, expect, it } from 'vitest'
import { CLERK, createWorld, type World } from '#support/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

/** Draws these numbers, one after the other. */
const give = (code: string, ...drawn: number[]) => {
  const ports = { ...world.ports, randomInt: () => drawn.shift() ?? expect.unreachable() }
  return giveDigits(ports, CLERK, { code, expiresAt: world.seconds() + 60 })
}

it('digits are eight, zeros before them too, and lead to the code', async () => {
  expect(await give('code', 42)).toBe('00000042')
  expect(await world.database.in(DESK_DIGITS).get('00000042')).toMatchObject({ code: 'code', takenBy: null })
})

it('digits on a screen are not given again until the moment when they run out', async () => {
  await give('first', 1)
  world.clock.now += 59_999
  expect(await give('second', 1, 2)).toBe('00000002')
  world.clock.now += 1
  expect(await give('third', 1)).toBe('00000001')
  expect(await world.database.in(DESK_DIGITS).get('00000001')).toMatchObject({ code: 'third' })
})

it('digits whose eight draws are all taken are a defect', async () => {
  await give('first', 1)
  expect(await give('second', 1, 1, 1, 1, 1, 1, 1, 2)).toBe('00000002')
  await expect(give('third', 1, 1, 1, 1, 1, 1, 1, 1)).rejects.toThrow('No eight digits are free.')
})
