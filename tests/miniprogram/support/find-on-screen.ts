import { eventually } from '#support/eventually'
import type { NavigatingApp } from './navigating-app'
import { type Control, classesOf, controlsOf, fieldsOf, nameOf, wordsIn } from './read-tree'
import type { Shown, WeappPage } from './weapp-page'

/** What is on a phone's screen, waited for. */
export interface Screen {
  page(): WeappPage
  /** Everything on the page, once what the platform does by itself is done. */
  look(): Promise<Shown[]>
  /** @throws Error with what the page says when it never comes */
  wait<Found>(what: string, find: (elements: Shown[]) => Found | undefined): Promise<Found>
}

/**
 * @param running the app, which may begin anew
 * @param meanwhile what the person does while they wait
 */
export function createScreenOf(
  running: () => NavigatingApp,
  meanwhile: (elements: readonly Shown[]) => Promise<void>,
): Screen {
  const awoken = new WeakMap<WeappPage, Set<string>>()
  const page = () => running().app.pages.at(-1) as WeappPage

  /** Cameras begin, and pictures load. */
  async function awake(shown: Shown): Promise<void> {
    const event = shown.tag === 'camera' ? 'initdone' : shown.tag === 'image' ? 'load' : undefined
    const life = `${event} ${shown.attribute('data-sid')} ${shown.attribute('src')}`
    const before = awoken.get(page()) ?? new Set()
    if (event === undefined || before.has(life) || !shown.events.has(event)) return
    awoken.set(page(), before.add(life))
    await page().dispatch(event, shown, { maxZoom: 1 })
  }
  async function look(): Promise<Shown[]> {
    await running().arrive()
    for (const shown of page().elements()) await awake(shown)
    return page().elements()
  }
  return {
    page,
    look,
    wait: (what, find) =>
      eventually(async () => {
        const elements = await look()
        const found = find(elements)
        if (found === undefined) await meanwhile(elements)
        if (found === undefined) throw new Error(`${what} is not there; the page says:\n${page().text()}`)
        return found
      }),
  }
}

/** @returns whether the page says these words, within one element; where a line may break is not read */
export function says(elements: readonly Shown[], words: string): true | undefined {
  const inOne = ({ children }: Shown) => children.length > 0
  const read = (text: string) => text.replaceAll('\u200b', '')
  return elements.some((shown) => inOne(shown) && read(wordsIn(shown)).includes(read(words))) || undefined
}

/** The last control of such a role whose name begins with these words, and which can be pressed now. */
export function named(
  elements: readonly Shown[],
  roles: readonly string[],
  words: string,
): Control | undefined {
  return controlsOf(elements)
    .filter(({ name, role, isDisabled }) => {
      return !isDisabled && roles.includes(role ?? '') && name.startsWith(words)
    })
    .at(-1)
}

export function fieldNamed(elements: readonly Shown[], label: string): Shown | undefined {
  return fieldsOf(elements).find((shown) => nameOf(shown) === label)
}

/** @throws Error with what the page says when no field has this label */
export async function typeInto(page: WeappPage, label: string, value: string): Promise<void> {
  const field = fieldNamed(page.elements(), label)
  if (field === undefined) throw new Error(`No field ${label}; the page says:\n${page.text()}`)
  await page.dispatch('input', field, { value })
}

export function withClass(elements: readonly Shown[], className: string): Shown | undefined {
  return elements.find((shown) => classesOf(shown).includes(className))
}

export const isPinField = (shown: Shown) => shown.attribute('password') === true

/** The button that a reader comes to after the field for the PIN, once it can be pressed. */
export function buttonAfterPin(elements: readonly Shown[]): Control | undefined {
  const after = elements.slice(elements.findIndex(isPinField))
  return controlsOf(after).find(({ role, isDisabled }) => role === 'button' && !isDisabled)
}
