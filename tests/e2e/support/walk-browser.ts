import type { Page } from 'playwright-core'
import { ON_OWN_PHONE } from '../../people/holder-tasks'
import type { Task } from '../../people/walk'
import type { Kept } from '../../screens/look'
import type { Walk } from '../../screens/walk'
import { HOLDER } from '../../screens/world'
import { createBrowserPhone, type User } from './browser-phone'
import { type BrowserPerson, tapControl } from './people'

export interface Done {
  /** What stood in the person's way, a sentence each. */
  readonly faults: readonly string[]
  /** What the holder's phone keeps afterwards; absent for any other. */
  readonly held?: Kept
}

const SOMEBODY: User = { press: tapControl, faults: async () => [] }

/** One task of one person in the browser build. */
export async function walkBrowser(walk: Walk, person: BrowserPerson, task: Task): Promise<Done> {
  const { app, profile } = task.where
  const page = await walk.open(app, profile, '', person.prepare)
  const faults: string[] = []
  const phone = createBrowserPhone(walk, page, person, (found) => faults.push(...found))
  try {
    await task.run(phone, {
      say: walk.say,
      approve: walk.world.approve,
      async companion(desk, first) {
        const opened = await walk.open('verifier', desk, first)
        return createBrowserPhone(walk, opened, SOMEBODY, () => undefined)
      },
    })
    return task.where === ON_OWN_PHONE ? { faults, held: await keptOn(page) } : { faults }
  } finally {
    await page.close()
  }
}

/** What lies in the storage of the holder's phone, by its key. */
function keptOn(page: Page): Promise<Kept> {
  return page.evaluate((prefix) => {
    const own = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))
    return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value as string]))
  }, `nansha:citizen:${HOLDER}:`)
}
