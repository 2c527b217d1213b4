import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildApps } from '#scripts/build-apps'
import { LOCAL_BUILD } from '#scripts/spawn-taro'
import type { Kept } from '../screens/look'
import { type CloudWorld, openCloudWorld } from '../screens/world'
import { walkWeapp } from './support/walk-weapp'
import { WEAPP_PEOPLE } from './support/weapp-people'

if (!process.env.W80)
  beforeAll(() => buildApps({ apps: ['citizen', 'verifier'], platforms: ['weapp'], settings: LOCAL_BUILD }))

describe.each(WEAPP_PEOPLE)('$name, in the mini-program', (person) => {
  let world: CloudWorld
  /** What lies on the holder's phone: each task begins with what the one before it left. */
  let held: Kept
  beforeAll(async () => {
    world = await openCloudWorld()
    held = world.held
  })
  afterAll(() => world?.close())

  test.each(Object.entries(person.tasks))('%s', async (_, task) => {
    const done = await walkWeapp({ world, person, task, held })
    held = done.held ?? held
    expect(done.faults).toEqual([])
  })
})
