import type { Page } from 'playwright-core'
import { DEMO_PIN } from '#demo/issue-identity'
import type { AppName, Kept } from '../../screens/look'
import type { Walk, Words } from '../../screens/walk'
import { HOLDER } from '../../screens/world'
import type { Person } from './people'

/** One person with a page before them. */
export interface Doing {
  readonly page: Page
  /** Waits for words, and looks at the page as this person must use it. */
  see(words: Words): Promise<void>
  press(words: Words): Promise<void>
  choose(words: Words): Promise<void>
  /** Into a field by its label. */
  type(label: Words, text: string): Promise<void>
}

export interface Done {
  /** What stood in the person's way, a sentence each. */
  readonly faults: readonly string[]
  /** What the holder's phone keeps afterwards; absent for any other. */
  readonly held?: Kept
}

/** A task from its first page to its end. */
export type Task = (walk: Walk, person: Person) => Promise<Done>

export interface Where {
  readonly app: AppName
  readonly profile: string
}

export const ON_OWN_PHONE: Where = { app: 'citizen', profile: HOLDER }

export function task(where: Where, run: (doing: Doing, walk: Walk) => Promise<void>): Task {
  return async (walk, person) => {
    const page = await walk.open(where.app, where.profile, '', person.prepare)
    const faults: string[] = []
    const control = (role: 'button' | 'radio', words: Words) => {
      const name = new RegExp(`^${walk.say(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
      return page.getByRole(role, { name }).filter({ visible: true }).last()
    }
    const press = async (role: 'button' | 'radio', words: Words) => {
      await control(role, words).waitFor()
      await person.press(page, control(role, words), walk.say(words))
    }
    const doing: Doing = {
      page,
      async see(words) {
        await page.getByText(walk.say(words)).filter({ visible: true }).first().waitFor()
        faults.push(...(await person.faults(page, walk.say(words))))
      },
      press: (words) => press('button', words),
      async choose(words) {
        await control('radio', words).waitFor()
        // What is chosen already is not pressed.
        const isChosen = (await control('radio', words).getAttribute('aria-checked')) === 'true'
        if (!isChosen) await press('radio', words)
      },
      async type(label, text) {
        const field = page
          .getByLabel(walk.say(label), { exact: true })
          .and(page.locator('input, textarea'))
          .filter({ visible: true })
        await field.waitFor()
        if (person.type) await person.type(page, walk.say(label), text)
        else await field.fill(text)
      },
    }
    try {
      await run(doing, walk)
      return where === ON_OWN_PHONE ? { faults, held: await keptOn(page) } : { faults }
    } finally {
      await page.close()
    }
  }
}

/** What lies in the storage of the holder's phone, by its key. */
function keptOn(page: Page): Promise<Kept> {
  return page.evaluate((prefix) => {
    const own = Object.entries(localStorage).filter(([key]) => key.startsWith(prefix))
    return Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value as string]))
  }, `nansha:citizen:${HOLDER}:`)
}

/** Six digits where they are asked for: what was unlocked a moment ago is not asked again. @param after what is shown then */
export async function unlock({ page }: Doing, after: string): Promise<void> {
  const field = page.locator('input[type=password]').filter({ visible: true })
  await field
    .or(page.getByText(after).filter({ visible: true }))
    .first()
    .waitFor()
  if ((await field.count()) === 0) return
  await field.fill(DEMO_PIN)
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
}
