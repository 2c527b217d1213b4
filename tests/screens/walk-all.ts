import type { Look, Visit } from './look'
import { withWalk } from './walk'
import { ALL_WALKS } from './walks'
import { openScreenWorld } from './world'

export interface WalkAllOptions {
  /** Of the walks, such as `hotel`; all of them by default. */
  readonly only?: readonly string[] | undefined
  /** Somebody looks at the screens: `openScreenWorld`. */
  readonly isLookedAt?: boolean
}

/**
 * Shows every screen of both apps to a visitor, in one look, in a world of its own: what one walk leaves behind, others see. A walk
 * that fails does not keep the others from being walked.
 *
 * @returns what failed, a sentence each
 */
export async function walkAll(
  look: Look,
  visit: Visit,
  { only, isLookedAt = false }: WalkAllOptions = {},
): Promise<string[]> {
  const world = await openScreenWorld(isLookedAt)
  const failures: string[] = []
  let { held } = world
  try {
    for (const [name, walk] of Object.entries(ALL_WALKS)) {
      if (only && !only.includes(name)) continue
      try {
        held = { ...held, ...(await withWalk({ ...world, held }, look, visit, walk)) }
      } catch (error) {
        failures.push(`${name}: ${(error as Error).message}`)
      }
    }
    return failures
  } finally {
    await world.close()
  }
}
