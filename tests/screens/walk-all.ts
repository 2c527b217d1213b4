import type { Page } from 'playwright-core'
import { type Look, nameOf } from './look'
import { withWalk } from './walk'
import { ALL_WALKS } from './walks'
import type { ScreenWorld } from './world'

/** It freezes what all other looks show, so it is walked in the last one. */
const LAST = 'dispute'

export interface WalkAllOptions {
  readonly looks: readonly Look[]
  /** Of the walks, such as `hotel`; all of them by default. */
  readonly only?: readonly string[] | undefined
  readonly visit: (page: Page, screen: string, look: Look) => Promise<void>
  readonly onDone?: (look: Look) => void
}

/**
 * Shows every screen of both apps to a visitor, in each look. A walk that fails does not keep the others from being walked.
 *
 * @returns what failed, a sentence each
 */
export async function walkAll(
  world: ScreenWorld,
  { looks, only, visit, onDone }: WalkAllOptions,
): Promise<string[]> {
  const failures: string[] = []
  let { held } = world
  for (const look of looks) {
    for (const [name, walk] of Object.entries(ALL_WALKS)) {
      if (only && !only.includes(name)) continue
      if (name === LAST && look !== looks.at(-1)) continue
      try {
        const left = await withWalk(
          { ...world, held },
          look,
          (page, screen) => visit(page, screen, look),
          walk,
        )
        held = { ...held, ...left }
      } catch (error) {
        failures.push(`${nameOf(look)} ${name}: ${(error as Error).message}`)
      }
    }
    onDone?.(look)
  }
  return failures
}
