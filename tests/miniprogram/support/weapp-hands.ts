import { COMMON } from '@nansha/kit/texts/common'
import { ERRORS } from '@nansha/shared/errors'
import { DEMO_PIN } from '#demo/issue-identity'
import type { Phone, Words } from '../../people/walk'
import { buttonAfterPin, fieldNamed, isPinField, named, type Screen, says, withClass } from './find-on-screen'
import { type Control, wordsIn } from './read-tree'
import type { Shown, WeappPage } from './weapp-page'

/** What a person who uses a phone speaks, and what is noticed of what they do. */
export interface Hands {
  readonly say: (text: Words) => string
  readonly onSee?: (page: WeappPage, words: string) => void
  readonly onPress?: (control: Control, words: string) => void
}

/** Every call is safe to repeat. */
const BUSY = [ERRORS.SERVICE_SLOW, ERRORS.SERVICE_UNAVAILABLE] as const

/** Taps, and taps again what a busy cloud was too slow to answer. */
export function createTapping({ say, onPress }: Hands, page: () => WeappPage) {
  let pressed: readonly string[] = []
  async function tap(control: Control, words: string): Promise<void> {
    pressed = [words]
    onPress?.(control, words)
    await page().dispatch('tap', control.shown)
  }
  /** The page asks for another try. */
  async function tryAgain(elements: readonly Shown[]): Promise<void> {
    if (!BUSY.some((text) => says(elements, say(text)))) return
    const again = [say(COMMON.retry), ...pressed].map((words) => named(elements, ['button'], words))
    const button = again.find((control) => control !== undefined)
    if (button) await tap(button, button.name)
  }
  return { tap, tryAgain }
}

type HandsOnScreen = Pick<Phone, 'see' | 'press' | 'choose' | 'type' | 'read' | 'unlock' | 'pressUnless'>

/** What a person does with what is on the screen. */
export function createHands(
  { say, onSee }: Hands,
  { page, wait }: Screen,
  tap: (control: Control, words: string) => Promise<void>,
): HandsOnScreen {
  return {
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
  }
}
