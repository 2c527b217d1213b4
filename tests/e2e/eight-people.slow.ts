import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withWalk } from '../screens/walk'
import { openScreenWorld, type ScreenWorld } from '../screens/world'
import { PEOPLE } from './support/people'
import { TASKS } from './support/tasks'

const nobodyLooks = async () => undefined

describe.each(PEOPLE)('$name', (person) => {
  let world: ScreenWorld
  beforeAll(async () => {
    world = await openScreenWorld()
  })
  afterAll(() => world?.close())

  test.each(Object.entries(TASKS))('%s', async (_, run) => {
    await withWalk(world, person.look, nobodyLooks, async (walk) => {
      expect(await run(walk, person)).toEqual([])
    })
  })
})
