import { TEXTS as DESK } from '@nansha/verifier/src/texts'
import type { Page } from 'playwright-core'
import { DEMO_PIN } from '#demo/issue-identity'
import type { Phone, Words } from '../../people/walk'
import { pictureOfCode, type Walk } from '../../screens/walk'
import type { BrowserPerson } from './people'

/** Who uses a phone: nobody in particular taps and finds no fault. */
export type User = Pick<BrowserPerson, 'press' | 'type' | 'faults'>

export interface BrowserPhone extends Phone {
  readonly page: Page
  scan(other: BrowserPhone): Promise<void>
}

/** What a page shows, found by the words of the person's language. */
function createFinder(page: Page, say: Walk['say']) {
  return {
    control(role: 'button' | 'radio', words: Words) {
      const name = new RegExp(`^${say(words).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)
      return page.getByRole(role, { name }).filter({ visible: true }).last()
    },
    text: (words: Words) => page.getByText(say(words)).filter({ visible: true }).first(),
    field: (label: Words) =>
      page
        .getByLabel(say(label), { exact: true })
        .and(page.locator('input, textarea'))
        .filter({ visible: true }),
  }
}

/** @param found is given each fault of the page, a sentence each */
export function createBrowserPhone(
  walk: Walk,
  page: Page,
  user: User,
  found: (faults: readonly string[]) => void,
): BrowserPhone {
  const { say } = walk
  const { control, text, field } = createFinder(page, say)
  const press = async (role: 'button' | 'radio', words: Words) => {
    await control(role, words).waitFor()
    await user.press(page, control(role, words), say(words))
  }
  return {
    page,
    async see(words) {
      await text(words).waitFor()
      found(await user.faults(page, say(words)))
    },
    press: (words) => press('button', words),
    async choose(words) {
      await control('radio', words).waitFor()
      const isChosen = (await control('radio', words).getAttribute('aria-checked')) === 'true'
      if (!isChosen) await press('radio', words)
    },
    async type(label, typed) {
      await field(label).waitFor()
      if (user.type) await user.type(page, say(label), typed)
      else await field(label).fill(typed)
    },
    read: (className) => page.locator(`.${className}`).filter({ visible: true }).innerText(),
    async unlock(after) {
      const pin = page.locator('input[type=password]').filter({ visible: true })
      await pin.or(text(after)).first().waitFor()
      if ((await pin.count()) === 0) return
      await pin.fill(DEMO_PIN)
      await page.keyboard.press('Tab')
      await page.keyboard.press('Enter')
    },
    async pressUnless(answer, again) {
      await text(answer).or(control('button', again)).first().waitFor()
      if ((await text(answer).count()) > 0) return
      // The button may be that of the answer before, and go before it is pressed.
      const pressed = press('button', again)
      pressed.catch(() => undefined)
      await Promise.race([pressed, text(answer).first().waitFor()])
    },
    async scan(other) {
      await walk.scanPicture(page, DESK.scanOtherWay, await pictureOfCode(other.page))
    },
    pointAt: (picture) => walk.world.camera.see(picture),
    setOnline: (isOnline) => page.context().setOffline(!isOnline),
    async goTo(route) {
      await page.goto(page.url().replace(/#.*/, `#${route}`))
    },
    async empty() {
      await page.evaluate(() => localStorage.clear())
      await page.reload()
    },
    close: () => page.close(),
  }
}
