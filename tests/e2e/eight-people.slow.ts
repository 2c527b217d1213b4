import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Kept } from '../screens/look'
import { withWalk } from '../screens/walk'
import { openScreenWorld, type ScreenWorld } from '../screens/world'
import { BROWSER_PEOPLE } from './support/people'
import { walkBrowser } from './support/walk-browser'

const nobodyLooks = async () => undefined

describe.each(BROWSER_PEOPLE)('$name', (person) => {
  let world: ScreenWorld
  /** What lies on the holder's phone: each task begins with what the one before it left. */
  let held: Kept
  beforeAll(async () => {
    world = await openScreenWorld()
    held = world.held
  })
  afterAll(() => world?.close())

  test.each(Object.entries(person.tasks))('%s', async (_, task) => {
    await withWalk({ ...world, held }, person.look, nobodyLooks, async (walk) => {
      const done = await walkBrowser(walk, person, task)
      held = done.held ?? held
      expect(done.faults).toEqual([])
    })
  })
})
