import { describe, expect, test } from 'vitest'
import { findFaults } from '../screens/find-faults'
import { LOOKS, nameOf } from '../screens/look'
import { walkAll } from '../screens/walk-all'

/** Every state of every page in every look; `screens.test.ts` goes the common ways in two of them. */
describe('every screen of both apps has no serious fault for a reader, in contrast or out of view', () => {
  test.each(LOOKS.map((look) => [nameOf(look), look] as const))('%s', async (_name, look) => {
    const faults: string[] = []
    const screens = new Set<string>()
    const failures = await walkAll(look, async (page, screen) => {
      screens.add(screen)
      faults.push(...(await findFaults(page, screen)))
    })
    console.log(`${nameOf(look)}: ${screens.size} screens`)
    expect([...failures, ...faults]).toEqual([])
  })
})
