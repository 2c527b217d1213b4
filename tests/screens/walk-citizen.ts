import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { TEXTS as ABOUT } from '@nansha/citizen/src/about/texts'
import { TEXTS as ANSWER } from '@nansha/citizen/src/desk/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as FACE } from '@nansha/citizen/src/enrol/face/texts'
import { TEXTS as NOTICE } from '@nansha/citizen/src/enrol/notice/texts'
import { CAPTURE_TEXTS } from '@nansha/citizen/src/enrol/parts/capture-texts'
import { CARD_TEXTS, SIDE_TEXTS } from '@nansha/citizen/src/enrol/parts/card-texts'
import { TEXTS as HISTORY } from '@nansha/citizen/src/history/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as LOG } from '@nansha/citizen/src/log/texts'
import { FAILURES, TEXTS as LOST } from '@nansha/citizen/src/lost/texts'
import { TEXTS as OFFLINE } from '@nansha/citizen/src/offline/texts'
import { PIN_TEXTS } from '@nansha/citizen/src/parts/pin-texts'
import { TEXTS as PIN } from '@nansha/citizen/src/pin/texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { TEXTS as PRIVACY } from '@nansha/citizen/src/privacy/texts'
import { TEXTS as SETTINGS } from '@nansha/citizen/src/settings/texts'
import { TEXTS as UNKNOWN } from '@nansha/citizen/src/unknown/texts'
import { TEXTS as WALLETS } from '@nansha/citizen/src/wallets/texts'
import { COMMON } from '@nansha/kit/texts/common'
import { ERRORS } from '@nansha/shared/errors'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { forceAnswer } from './force-answer'
import type { Walk } from './walk'
import { HOLDER } from './world'

/** A drawn specimen. */
const PHOTO_OF_CARD = path.resolve(import.meta.dirname, '../core/document/inputs/other.jpg')

/** What somebody sees who has no identity yet. */
export async function walkNewcomer({ open, see, press, scanPicture }: Walk): Promise<void> {
  const page = await open('citizen', 'newcomer')
  await see(page, 'welcome', HOME.welcomeTitle)
  await press(page, HOME.settings)
  await see(page, 'settings-empty', SETTINGS.about)
  await page.goto(page.url().replace(/#.*/, '#/about/index'))
  await see(page, 'about', ABOUT.lead)
  await page.goto(page.url().replace(/#.*/, '#/lost/index'))
  await see(page, 'lost', LOST.lead)
  await press(page, LOST.freeze)
  await see(page, 'lost-nothing', FAILURES.CREDENTIAL_NONE)
  await page.goto(page.url().replace(/#.*/, '#/enrol/counter/index'))
  await see(page, 'counter', COUNTER.lead)
  await press(page, COUNTER.apply)
  await see(page, 'counter-code', COUNTER.yourCode)
  await page.goto(page.url().replace(/#.*/, '#/enrol/notice/index'))
  await see(page, 'notice', NOTICE.lead)
  await page.getByRole('checkbox').filter({ visible: true }).click()
  await press(page, NOTICE.agree)
  await see(page, 'card', SIDE_TEXTS.portrait.lead)
  await scanPicture(page, CARD_TEXTS.album, await readFile(PHOTO_OF_CARD))
  await see(page, 'card-preview', CARD_TEXTS.check)
  await press(page, CAPTURE_TEXTS.enlarge)
  await see(page, 'card-enlarged', CAPTURE_TEXTS.reduce)
  await page.close()
}

/** What a holder sees on the way through the app, and to a desk. */
export async function walkHolder({ open, see, press, say }: Walk): Promise<void> {
  const page = await open('citizen', HOLDER)
  await see(page, 'home', HOME.present)
  await press(page, HOME.reveal)
  await see(page, 'home-details', HOME.hide)
  for (const [name, words, path] of [
    ['history', HISTORY.lead, '/history/index'],
    ['settings', SETTINGS.freezeTitle, '/settings/index'],
    ['pin', PIN.lead, '/pin/index'],
    ['pin-forgotten', PIN_TEXTS.byFace, '/pin/index?forgotten=1'],
    ['privacy', PRIVACY.lead, '/privacy/index'],
    ['offline', OFFLINE.lead, '/offline/index'],
    ['issuances', LOG.title, '/log/issuances/index'],
    ['wallets', WALLETS.lead, '/wallets/index'],
    ['face', FACE.lead, '/enrol/face/index'],
    ['scan-desk', ANSWER.lead, '/desk/answer/index'],
  ] as const) {
    await page.goto(page.url().replace(/#.*/, `#${path}`))
    await see(page, name, words)
    if (name === 'settings') {
      await press(page, SETTINGS.delete)
      await see(page, 'settings-delete', SETTINGS.deleteTitle)
    }
  }
  await page.goto(page.url().replace(/#.*/, '#/privacy/index'))
  await press(page, PRIVACY.export)
  await see(page, 'privacy-exported', PRIVACY.exported)
  await page.goto(page.url().replace(/#.*/, '#/nowhere/index'))
  await see(page, 'unknown', UNKNOWN.text)
  await page.goto(page.url().replace(/#.*/, '#/present/index'))
  await see(page, 'present', PRESENT.chooseTitle)
  await page
    .getByRole('radio', { name: say(SCENARIOS.gate.title) })
    .filter({ visible: true })
    .click()
  await see(page, 'present-gate', PRESENT.chooseTitle)
  await page.close()
}

/** What a holder sees when something does not work. */
export async function walkFailures({ open, see, press }: Walk): Promise<void> {
  const page = await open('citizen', HOLDER, '/history/index')
  await see(page, 'history', HISTORY.lead)
  const release = await forceAnswer(page, 'wallet', 'any', 'no network')
  await page.reload()
  await see(page, 'history-unreachable', ERRORS.SERVICE_UNAVAILABLE)
  await page.context().setOffline(true)
  await press(page, COMMON.retry)
  await see(page, 'history-offline', ERRORS.OFFLINE)
  await page.context().setOffline(false)
  await release()
  await page.close()
}
