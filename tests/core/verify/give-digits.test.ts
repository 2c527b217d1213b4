import { dayCount } from '@nansha/core/limits/day-count'
import { DESK_DIGITS, DIGITS_COUNTS } from '@nansha/core/records/desk-digits'
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
  expect(await world.database.in(DESK_DIGITS).get('00000042')).toEqual({
    _id: '00000042',
    code: 'code',
    takenBy: null,
    expiresAt: new Date(world.clock.now + 60_000),
  })
})

it('digits are drawn below a hundred million, three hundred times a day', async () => {
  await world.database.in(DIGITS_COUNTS).put({ ...dayCount(`drawn.${CLERK}`, world.clock.now), count: 299 })
  const bounds: number[] = []
  const randomInt = (below: number) => bounds.push(below)
  const shown = { code: 'code', expiresAt: world.seconds() + 60 }
  await giveDigits({ ...world.ports, randomInt }, CLERK, shown)
  expect(bounds).toEqual([100_000_000])
  await expect(give('one more', 7)).rejects.toMatchObject({ code: 'TOO_MANY_CODES' })
  expect(await world.database.in(DESK_DIGITS).get('00000007')).toBeNull()
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
