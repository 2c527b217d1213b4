import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kept } from '../screens/look'
import { withWalk } from '../screens/walk'
import { openScreenWorld, type ScreenWorld } from '../screens/world'
import { PEOPLE } from './support/people'

const nobodyLooks = async () => undefined

describe.each(PEOPLE)('$name', (person) => {
  let world: ScreenWorld
  /** What lies on the holder's phone: each task begins with what the one before it left. */
  let held: Kept
  beforeAll(async () => {
    world = await openScreenWorld()
    held = world.held
  })
  afterAll(() => world?.close())

  test.each(Object.entries(person.tasks))('%s', async (_, run) => {
    await withWalk({ ...world, held }, person.look, nobodyLooks, async (walk) => {
      const done = await run(walk, person)
      held = done.held ?? held
      expect(done.faults).toEqual([])
    })
  })
})
