import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as DETAILS } from '@nansha/citizen/src/enrol/details/texts'
import { TEXTS as NOTICE } from '@nansha/citizen/src/enrol/notice/texts'
import { CAPTURE_TEXTS } from '@nansha/citizen/src/enrol/parts/capture-texts'
import { CARD_TEXTS, SIDE_TEXTS } from '@nansha/citizen/src/enrol/parts/card-texts'
import { FILM_TEXTS } from '@nansha/citizen/src/enrol/parts/film-texts'
import { ISSUED } from '@nansha/citizen/src/enrol/parts/issued-texts'
import { TEXTS as SELFIE } from '@nansha/citizen/src/enrol/selfie/texts'
import { TEXTS as SUBMIT } from '@nansha/citizen/src/enrol/submit/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { PIN_TEXTS } from '@nansha/citizen/src/parts/pin-texts'
import type { Text } from '@nansha/kit/i18n/fill-text'
import { COMMON } from '@nansha/kit/texts/common'
import type { CardField } from '@nansha/shared/api/enrol'
import { ERRORS } from '@nansha/shared/errors'
import type { Page } from 'playwright-core'
import { CAST, type CastMember } from '#demo/cast'
import { DEMO_PIN } from '#demo/issue-identity'
import { ACTINGS, type Act } from '#demo/specimen/act-face'
import { actedSelfie } from '../support/acted-cast'
import { forceAnswer } from './force-answer'
import type { Walk } from './walk'

const PHOTO_OF_CARD = path.resolve(import.meta.dirname, '../core/document/inputs/other.jpg')

const field = (value: string, confirm = false): CardField => ({ value, confidence: 0.9, confirm })
const PORTRAIT_SIDE = {
  number: field('440115198806010020'),
  name: field('买买提江·阿卜杜热合曼', true),
  sex: field('female'),
  ethnicity: field('维吾尔'),
  birthdate: field('1988-06-01'),
  address: field('广东省广州市南沙区南沙街道进港大道南海岸花园东区十二栋二单元一二零八房', true),
}
const EMBLEM_SIDE = {
  authority: field('广州市公安局南沙区分局'),
  validFrom: field('2019-08-01'),
  validUntil: field('2039-08-01'),
}

/** From the notice to an answer that no counter mends: both sides of the card, read well and read badly, and the film. */
export async function walkEnrol(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const page = await open('citizen', 'newcomer', '/enrol/notice/index')
  await page.getByRole('checkbox').filter({ visible: true }).click()
  await press(page, NOTICE.agree)
  const photo = await readFile(PHOTO_OF_CARD)
  const read = async (fields: object) => forceAnswer(page, 'enrol', 'read-card', { ok: true, ...fields })
  const unread = await forceAnswer(page, 'enrol', 'read-card', { ok: false, code: 'CARD_GLARE', details: {} })
  await walk.scanPicture(page, CARD_TEXTS.album, photo)
  await press(page, CAPTURE_TEXTS.use)
  await see(page, 'card-unread', ERRORS.CARD_GLARE)
  await unread()
  let release = await read({ side: 'portrait', fields: PORTRAIT_SIDE })
  await walk.scanPicture(page, CARD_TEXTS.album, photo)
  await press(page, CAPTURE_TEXTS.use)
  await see(page, 'emblem', SIDE_TEXTS.emblem.lead)
  await release()
  release = await read({ side: 'emblem', fields: EMBLEM_SIDE, document: 'resident' })
  await walk.scanPicture(page, CARD_TEXTS.album, photo)
  await press(page, CAPTURE_TEXTS.use)
  await see(page, 'selfie', FILM_TEXTS.start)
  await checkFilms(walk, page)
  await see(page, 'details', DETAILS.allRight)
  await press(page, DETAILS.correct)
  await page.goto(page.url().replace(/#.*/, '#/home/index'))
  await see(page, 'welcome-begun', HOME.goOn)
  await forceAnswer(page, 'enrol', 'submit', { ok: false, code: 'CARD_EXPIRED', details: {} })
  await press(page, HOME.goOn)
  await press(page, DETAILS.allRight)
  await see(page, 'submit-expired', SUBMIT.cardUnusable)
  await release()
  await page.close()
}

/** A film that cannot be used, and one of which nobody says whether it can, with which the citizen goes on. */
async function checkFilms(walk: Walk, page: Page): Promise<void> {
  const { see, press } = walk
  const check = (answer: Parameters<typeof forceAnswer>[3]) =>
    forceAnswer(page, 'enrol', 'check-selfie', answer)
  let release = await check({ ok: false, code: 'FACE_BLURRED', details: { which: 'selfie' } })
  await filmActor(walk, page, ERRORS.FACE_BLURRED, () => see(page, 'selfie-asked'))
  await see(page, 'selfie-refused', FILM_TEXTS.start)
  await release()
  release = await check('no network')
  await filmActor(walk, page, SELFIE.kept)
  await see(page, 'selfie-unchecked')
  await release()
  release = await check('never')
  await press(page, COMMON.retry)
  await see(page, 'selfie-checking', SELFIE.slow)
  await press(page, SELFIE.skip)
  await release()
}

/** Somebody of the cast does before the camera whatever is asked, until something is said of it. */
async function filmActor(
  { press, say, world }: Walk,
  page: Page,
  said: Text,
  onAsked: () => Promise<void> = async () => {},
): Promise<void> {
  const [member] = CAST as [CastMember, ...CastMember[]]
  const direct = async (act: Act) => world.camera.see(await actedSelfie(member, act))
  await direct('look-straight')
  await press(page, FILM_TEXTS.start)
  const done = page.getByText(say(said)).filter({ visible: true })
  let doing: Act = 'look-straight'
  for (let asked = 0; (await done.count()) === 0; ) {
    for (const act of Object.keys(ACTINGS) as Act[]) {
      const shown = page.getByText(say(FILM_TEXTS[act])).filter({ visible: true })
      if (act === doing || (await shown.count()) === 0) continue
      if (asked++ === 0) await onAsked()
      doing = act
      await direct(act)
    }
  }
}

/** What comes of an approval at a counter: the PIN, and what is said to who wants none. */
export async function walkIssued({ open, see, press, world }: Walk): Promise<void> {
  const page = await open('citizen', 'applicant', '/enrol/counter/index')
  await press(page, COUNTER.apply)
  const code = page.locator('.counter-code').filter({ visible: true })
  await code.waitFor()
  await world.approve((await code.innerText()).replace(/\s/g, ''), 'huang-jianguo')
  await see(page, 'issued', ISSUED.pinLead)
  await press(page, ISSUED.pinLater)
  await see(page, 'issued-without-pin', ISSUED.withoutPinText)
  await press(page, ISSUED.setPin)
  for (const field of await page.locator('input[type=password]').filter({ visible: true }).all())
    await field.fill(DEMO_PIN)
  await press(page, PIN_TEXTS.save)
  await see(page, 'issued-done', ISSUED.allSet)
  await page.close()
}
