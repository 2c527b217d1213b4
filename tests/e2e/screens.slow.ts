import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from '../screens/find-faults'
import { LOOKS, nameOf } from '../screens/look'
import { measureElder } from '../screens/measure-elder'
import { withWalk } from '../screens/walk'
import { ALL_WALKS } from '../screens/walks'
import { openScreenWorld, type ScreenWorld } from '../screens/world'

describe('every state of every page, on a small phone', () => {
  let world: ScreenWorld
  beforeAll(async () => {
    world = await openScreenWorld()
  })
  afterAll(() => world?.close())

  test.each(LOOKS.map((look) => ({ look, named: nameOf(look) })))(
    'has no serious fault for a reader, in contrast or out of view: $named',
    async ({ look }) => {
      const faults: string[] = []
      const visit = async (page: Page, screen: string) => {
        faults.push(...(await findFaults(page, screen)))
        const isCitizen = new URL(page.url()).pathname.startsWith('/citizen')
        if (look.version === 'elder' && isCitizen) faults.push(...(await measureElder(page, screen)))
      }
      for (const [name, walk] of Object.entries(ALL_WALKS))
        if (name !== 'dispute') await withWalk(world, look, visit, walk)
      expect(faults).toEqual([])
    },
  )
})
