import { COMMON } from '@nansha/kit/texts/common'
import { ERRORS } from '@nansha/shared/errors'
import { expect } from 'vitest'
import type { DevelopmentAccount } from '#demo/development-client'
import { DEMO_PIN } from '#demo/issue-identity'
import { outputOf } from '#scripts/spawn-taro'
import { eventually } from '#support/eventually'
import type { Phone, Words } from '../../people/walk'
import type { Kept } from '../../screens/look'
import { createCloudWx } from './cloud-wx'
import {
  buttonAfterPin,
  createScreenOf,
  fieldNamed,
  isPinField,
  named,
  says,
  withClass,
} from './find-on-screen'
import { createNavigatingApp } from './navigating-app'
import { type Control, wordsIn } from './read-tree'
import type { Shown, WeappPage } from './weapp-page'

/** Where a phone is opened, and by whom it is used. */
export interface WeappPhoneOptions {
  readonly app: 'citizen' | 'verifier'
  readonly url: string
  readonly account: DevelopmentAccount
  readonly page: string
  readonly kept: Kept
  readonly say: (text: Words) => string
  /** What this phone has not, or has besides. */
  readonly platform?: object
  readonly onSee?: (page: WeappPage, words: string) => void
  readonly onPress?: (control: Control, words: string) => void
}

export interface WeappPhone extends Phone {
  /** What the phone keeps. */
  readonly kept: () => Kept
  /** @returns the text of the code on the screen */
  readonly shownCode: () => Promise<string | undefined>
  scan(other: WeappPhone): Promise<void>
}

/** How the person has set up each of their phones. */
const CHOSEN: readonly string[] = ['language', 'elder']

/** Every call is safe to repeat. */
const BUSY = [ERRORS.SERVICE_SLOW, ERRORS.SERVICE_UNAVAILABLE] as const

/** A phone on which the built app runs in the bare runtime. */
export async function openWeappPhone(options: WeappPhoneOptions): Promise<WeappPhone> {
  const { say, onSee } = options
  const fake = createCloudWx(options.url, options.account)
  for (const [key, value] of Object.entries(options.kept)) fake.stored.set(key, value)
  // Taro leaves its marks on `wx`; the platform hands a restarted app a clean one.
  const start = () => createNavigatingApp(outputOf(options.app, 'weapp'), { ...fake.wx, ...options.platform })
  let running = start()
  const { page, look, wait } = createScreenOf(() => running, tryAgain)
  let pressed: readonly string[] = []
  await running.app.open(options.page)

  async function tap(control: Control, words: string): Promise<void> {
    pressed = [words]
    options.onPress?.(control, words)
    await page().dispatch('tap', control.shown)
  }
  /** A busy cloud was too slow, and the page asks for another try. */
  async function tryAgain(elements: readonly Shown[]): Promise<void> {
    if (!BUSY.some((text) => says(elements, say(text)))) return
    const again = [say(COMMON.retry), ...pressed].map((words) => named(elements, ['button'], words))
    const button = again.find((control) => control !== undefined)
    if (button) await tap(button, button.name)
  }
  async function close(): Promise<void> {
    while (running.app.pages.length > 0) await running.app.pages.pop()?.close()
  }

  return {
    kept: () => Object.fromEntries(fake.stored),
    shownCode: () => fake.screen.scan(),
    async see(words) {
      await wait(`"${say(words)}"`, (elements) => says(elements, say(words)))
      onSee?.(page(), say(words))
    },
    async press(words) {
      const control = await wait(`The button "${say(words)}"`, (elements) =>
        named(elements, ['button', 'checkbox'], say(words)),
      )
      await tap(control, say(words))
    },
    async choose(words) {
      const control = await wait(`The choice "${say(words)}"`, (elements) =>
        named(elements, ['radio'], say(words)),
      )
      if (!control.isChecked) await tap(control, say(words))
    },
    async type(label, text) {
      const field = await wait(`The field "${say(label)}"`, (elements) => fieldNamed(elements, say(label)))
      await page().dispatch('input', field, { value: text })
    },
    read: (className) => wait(`.${className}`, (elements) => withClass(elements, className)).then(wordsIn),
    async unlock(after) {
      const found = await wait('A field for the PIN', (elements) => {
        return elements.find(isPinField) ?? says(elements, say(after))
      })
      if (found === true) return
      await page().dispatch('input', found, { value: DEMO_PIN })
      const next = await wait('The button after the field', buttonAfterPin)
      await tap(next, next.name)
    },
    async pressUnless(answer, again) {
      const button = await wait(`"${say(answer)}"`, (elements) => {
        return says(elements, say(answer)) ?? named(elements, ['button'], say(again))
      })
      if (button !== true) await tap(button, say(again))
    },
    scan: (other) =>
      eventually(async () => {
        const code = await other.shownCode()
        expect(code, 'the code on the other phone').toBeDefined()
        const camera = (await look()).find(({ tag }) => tag === 'camera')
        if (camera) await page().dispatch('scancode', camera, { result: code })
        expect(page().attributes('camera', 'mode'), `scanning goes on:\n${page().text()}`).toEqual([])
      }),
    async pointAt(picture) {
      fake.surroundings.sight = picture
    },
    async setOnline(isOnline) {
      fake.surroundings.setOnline(isOnline)
    },
    async goTo(route) {
      await running.arrive()
      await running.app.open(route)
    },
    async empty() {
      await close()
      for (const key of fake.stored.keys()) if (!CHOSEN.includes(key)) fake.stored.delete(key)
      running = start()
      await running.app.open(options.page)
    },
    close,
  }
}
