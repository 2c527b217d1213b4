import { TEXTS as NOTICE } from '@nansha/citizen/src/enrol/notice/texts'
import { SIDE_TEXTS } from '@nansha/citizen/src/enrol/parts/card-texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { TEXTS as SETTINGS } from '@nansha/citizen/src/settings/texts'
import { SCENARIOS } from '@nansha/shared/scenarios'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findFaults } from '../screens/find-faults'
import type { Look } from '../screens/look'
import { withWalk } from '../screens/walk'
import { WALKS } from '../screens/walks'
import { HOLDER, openScreenWorld, type ScreenWorld } from '../screens/world'

const ZH: Look = { language: 'zh', text: 1 }
const EN_LARGE: Look = { language: 'en', text: 2 }
/** The last freezes what all others show; the other is long, and its screens are those of the hall and the hotel. */
const ONCE: readonly string[] = ['family', 'dispute']
const nobodyLooks = async () => undefined

describe('the screens of both apps, on a small phone', () => {
  let world: ScreenWorld
  beforeAll(async () => {
    world = await openScreenWorld()
  })
  afterAll(() => world?.close())

  test('a newcomer enrols and a holder chooses by keys alone, and each page begins at its heading', async () => {
    await withWalk(world, ZH, nobodyLooks, async ({ open }) => {
      const page = await open('citizen', 'newcomer')
      await expect.poll(() => focused(page)).toContain(HOME.welcomeTitle.zh)
      await pressByKeys(page, HOME.begin.zh, 'Enter')
      await expect.poll(() => focused(page)).toBe(NOTICE.title.zh)
      await pressByKeys(page, NOTICE.consent.zh, 'Space')
      await page.getByRole('checkbox', { checked: true }).filter({ visible: true }).waitFor()
      await pressByKeys(page, NOTICE.agree.zh, 'Enter')
      await expect.poll(() => focused(page)).toBe(SIDE_TEXTS.portrait.title.zh)
      await page.close()

      const phone = await open('citizen', HOLDER, '/present/index')
      await expect.poll(() => focused(phone)).toBe(PRESENT.chooseTitle.zh)
      await phone.keyboard.press('Tab')
      await expect.poll(() => focused(phone)).toContain(SCENARIOS.hotel.title.zh)
      await phone.keyboard.press('ArrowDown')
      await phone.getByRole('radio', { name: SCENARIOS.gate.title.zh, checked: true }).waitFor()
      await expect.poll(() => focused(phone)).toContain(SCENARIOS.gate.title.zh)
    })
  })

  test('what takes the place of a pressed control has its focus', async () => {
    await withWalk(world, ZH, nobodyLooks, async ({ open }) => {
      const phone = await open('citizen', HOLDER, '/settings/index')
      await expect.poll(() => focused(phone)).not.toBe('')
      await pressByKeys(phone, SETTINGS.delete.zh, 'Enter')
      await expect.poll(() => focused(phone)).toContain(SETTINGS.deleteText.zh)
      await pressByKeys(phone, SETTINGS.deleteCancel.zh, 'Enter')
      await expect.poll(() => focused(phone)).toBe(SETTINGS.delete.zh)
      expect(await phone.evaluate(() => (document.activeElement as HTMLElement).tabIndex)).toBe(0)
    })
  })

  test('a page that is come back to has the focus where it was', async () => {
    await withWalk(world, ZH, nobodyLooks, async ({ open }) => {
      const phone = await open('citizen', HOLDER)
      await expect.poll(() => focused(phone)).not.toBe('')
      await pressByKeys(phone, HOME.safety.zh, 'Enter')
      await expect.poll(() => focused(phone)).toBe(SETTINGS.title.zh)
      // Until the router has hidden the page below, it would hide the one that was come back to (docs/limits.md).
      await phone.waitForFunction(
        () => document.querySelectorAll('.taro_page:not(.taro_page_shade)').length === 1,
      )
      await phone.goBack()
      await expect.poll(() => focused(phone)).toContain(HOME.safety.zh)
    })
  })

  test.each([ZH, EN_LARGE])(
    'have no serious fault for a reader, in contrast or out of view: $language, text × $text',
    async (look) => {
      const faults: string[] = []
      const visit = async (page: Page, screen: string) => {
        faults.push(...(await findFaults(page, screen)))
      }
      for (const [name, walk] of Object.entries(WALKS))
        if (!ONCE.includes(name) || look === EN_LARGE) await withWalk(world, look, visit, walk)
      expect(faults).toEqual([])
    },
  )
})

/** What is read of the element that has the focus. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() =>
    document.activeElement === document.body ? '' : (document.activeElement?.textContent ?? ''),
  )
}

/** Tabs from where the focus is to the control with these words, and presses it. */
async function pressByKeys(page: Page, words: string, key: 'Enter' | 'Space'): Promise<void> {
  for (let tab = 0; tab < 30; tab++) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).includes(words)) return page.keyboard.press(key)
  }
  throw new Error(`No Tab leads to "${words}".`)
}
