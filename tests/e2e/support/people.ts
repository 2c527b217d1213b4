import type { Locator, Page } from 'playwright-core'
import { PEOPLE } from '../../people/people'
import { FEW_CHARACTERS, OWN_CHINESE } from '../../people/readable'
import type { Tasks } from '../../people/walk'
import { findFaults } from '../../screens/find-faults'
import type { Look } from '../../screens/look'
import { measureElder } from '../../screens/measure-elder'

/** How one person uses a phone, and what a page must be for them. */
export interface BrowserPerson {
  readonly name: string
  readonly look: Look
  readonly tasks: Tasks
  /** Called before the app begins. */
  readonly prepare?: (page: Page) => Promise<unknown>
  /** Presses a control in the person's own way. @throws Error when they could not */
  readonly press: (page: Page, control: Locator, words: string) => Promise<void>
  /** Writes into a field in the person's own way; otherwise it is simply filled. */
  readonly type?: (page: Page, label: string, text: string) => Promise<void>
  /** A sentence for each thing of the page that stands in this person's way. */
  readonly faults: (page: Page, screen: string) => Promise<string[]>
}

export const tapControl: BrowserPerson['press'] = (_, control) => control.click()

/** Blind people go by keys alone. */
export const BROWSER_PEOPLE: readonly BrowserPerson[] = [
  {
    ...PEOPLE.elder,
    press: tapControl,
    faults: async (page, screen) => [
      ...(await measureElder(page, screen)),
      ...(await findFaults(page, screen)),
    ],
  },
  {
    ...PEOPLE.blind,
    press: pressByKeys,
    type: typeByKeys,
    faults: async (page, screen) => [
      ...(await findFaults(page, screen)),
      ...((await isFocusLost(page))
        ? [`${screen}: the reader is left at the beginning of the document`]
        : []),
    ],
  },
  {
    ...PEOPLE.deaf,
    prepare: (page) =>
      page.addInitScript(() => {
        for (const name of [
          'AudioContext',
          'webkitAudioContext',
          'speechSynthesis',
          'SpeechSynthesisUtterance',
        ])
          Object.defineProperty(window, name, { value: undefined })
      }),
    press: tapControl,
    faults: async () => [],
  },
  { ...PEOPLE.oneHand, press: pressByThumb, faults: async () => [] },
  { ...PEOPLE.readsLittle, press: pressByFewWords, faults: async () => [] },
  {
    ...PEOPLE.foreigner,
    press: tapControl,
    faults: async (page, screen) =>
      (await chineseOn(page)).map((words) => `${screen}: "${words}" is not English`),
  },
  { ...PEOPLE.guardian, press: tapControl, faults: findFaults },
  { ...PEOPLE.guest, press: tapControl, faults: findFaults },
]

const MOST_TABS = 80

/** Tabs to the control, which says its name where it is, and presses it. A choice among several is moved to by arrows. */
async function pressByKeys(page: Page, control: Locator, words: string): Promise<void> {
  const isRadio = (await control.getAttribute('role')) === 'radio'
  for (let tab = 0; tab < MOST_TABS; tab++) {
    await page.keyboard.press('Tab')
    const { name, role } = await focused(page)
    if (isRadio && role === 'radio') return moveTo(page, words)
    if (name.startsWith(words)) return page.keyboard.press(role === 'checkbox' ? 'Space' : 'Enter')
  }
  throw new Error(`No Tab leads to "${words}".`)
}

async function typeByKeys(page: Page, label: string, text: string): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab++) {
    if ((await focused(page)).name === label) return page.keyboard.type(text)
    await page.keyboard.press('Tab')
  }
  throw new Error(`No Tab leads to the field "${label}".`)
}

async function moveTo(page: Page, words: string): Promise<void> {
  for (let arrow = 0; arrow < 12; arrow++) {
    if ((await focused(page)).name.startsWith(words)) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`No arrow leads to "${words}".`)
}

function focused(page: Page): Promise<{ readonly name: string; readonly role: string }> {
  return page.evaluate(() => {
    const one = document.activeElement
    const labelled = one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : undefined
    return {
      name: (one?.getAttribute('aria-label') ?? labelled ?? one?.textContent ?? '').trim(),
      role: one?.getAttribute('role') ?? '',
    }
  })
}

/** Pages slide in, and then move the focus. */
async function isFocusLost(page: Page): Promise<boolean> {
  const found = page.waitForFunction(() => document.activeElement !== document.body, undefined, {
    timeout: 10_000,
  })
  return found.then(
    () => false,
    () => true,
  )
}

/** A right thumb reaches 95 mm from the lower corner of a phone that is 65 mm wide: 526 of 360 px. */
const REACH_PX = 526

async function pressByThumb(page: Page, control: Locator, words: string): Promise<void> {
  await control.scrollIntoViewIfNeeded()
  const box = await control.boundingBox()
  const { width = 0, height = 0 } = page.viewportSize() ?? {}
  if (!box) throw new Error(`"${words}" is not to be seen.`)
  const [right, below] = [width - (box.x + box.width), height - (box.y + box.height)]
  const away = Math.hypot(Math.max(0, right), Math.max(0, below))
  if (away > REACH_PX) throw new Error(`"${words}" is ${Math.round(away)} px from the corner of the thumb.`)
  await control.click()
}

/** Goes by signs and short words: a control is drawn, or says what it does in one short line. */
async function pressByFewWords(_: Page, control: Locator, words: string): Promise<void> {
  const hasSign = (await control.locator('.kit-icon').count()) > 0
  if (!hasSign && words.length > FEW_CHARACTERS) throw new Error(`"${words}" is much to read.`)
  await control.click()
}

/** Chinese words that are shown and are not data. */
function chineseOn(page: Page): Promise<string[]> {
  return page.evaluate((own) => {
    const found = new Set<string>()
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const shown = node.parentElement?.checkVisibility() === true
      let text = node.textContent ?? ''
      for (const words of own) text = text.replaceAll(words, '')
      // An address or an authority is printed on the card in one writing only.
      const isData = node.parentElement?.closest('.exported__value, .document-line__value') !== null
      if (shown && !isData && /\p{Script=Han}/u.test(text)) found.add((node.textContent ?? '').trim())
    }
    return [...found]
  }, OWN_CHINESE)
}
