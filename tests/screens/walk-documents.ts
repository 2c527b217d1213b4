import { TEXTS as ANSWER } from '@nansha/citizen/src/desk/texts'
import { TEXTS as DOCUMENTS } from '@nansha/citizen/src/documents/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { STOPPED_TITLES } from '@nansha/citizen/src/online/texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { DOCUMENT_TYPES } from '@nansha/shared/documents/document-types'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import { TEXTS } from '@nansha/verifier/src/texts'
import type { Page } from 'playwright-core'
import { DEMO_PIN } from '#demo/issue-identity'
import { forceAnswer } from './force-answer'
import { pictureOfCode, type Walk } from './walk'
import { HOLDER } from './world'

/** Licence and social security card: added, shown, taken to their desks, taken off. */
export async function walkDocuments(walk: Walk): Promise<void> {
  const { open, see, press, say } = walk
  const page = await open('citizen', HOLDER, '/documents/add/index')
  await see(page, 'documents-add', DOCUMENTS.addLead)
  for (const code of ['DOCUMENT_NOT_FOUND', 'DOCUMENT_REGISTRY_DOWN'] as const) {
    const release = await forceAnswer(page, 'wallet', 'add-document', { ok: false, code, details: {} })
    await page.locator('.kit-button--primary').filter({ visible: true }).first().click()
    await see(page, `documents-${code}`, DOCUMENTS.failed)
    await release()
    await press(page, DOCUMENTS.other)
  }
  for (const type of DOCUMENT_TYPES) {
    await page.goto(page.url().replace(/#.*/, '#/documents/add/index'))
    await page.locator('.kit-button--primary').filter({ visible: true }).first().click()
    await unlock(page)
    await see(page, `documents-added-${type}`, DOCUMENTS.addedText)
    await press(page, DOCUMENTS.see)
    await see(page, `document-${type}`, DOCUMENTS.noProof)
    await press(page, DOCUMENTS.reveal)
    await see(page, `document-open-${type}`, DOCUMENTS.hide)
  }
  await press(page, DOCUMENTS.remove)
  await see(page, 'document-remove', DOCUMENTS.removeSure)
  await page.goto(page.url().replace(/#.*/, '#/documents/add/index'))
  await see(page, 'documents-all-held', DOCUMENTS.held)
  await page.goto(page.url().replace(/#.*/, '#/home/index'))
  await see(page, 'home-documents', DOCUMENTS.open.zh.includes('{') ? HOME.present : undefined)
  await page.goto(page.url().replace(/#.*/, '#/present/index?scenario=roadside'))
  await see(page, 'present-roadside', PRESENT.chooseTitle)
  await page.goto(page.url().replace(/#.*/, '#/log/issuances/index'))
  await see(page, 'issuances-documents', CREDENTIAL_TYPES['driving-licence'].title)
  for (const [profile, scenario] of [
    ['rental1', 'car-rental'],
    ['pharmacy1', 'medical'],
  ] as const)
    await answerDesk(walk, page, profile, scenario)
  await page.goto(page.url().replace(/#.*/, '#/home/index'))
  await page.getByText(say(HOME.present)).filter({ visible: true }).first().waitFor()
  await page.close()
}

/** The holder scans a desk's code and agrees; the clerk compares. */
async function answerDesk(
  { open, see, press, say, scanPicture }: Walk,
  page: Page,
  profile: string,
  scenario: ScenarioName,
): Promise<void> {
  const desk = await open('verifier', profile)
  await see(desk, `desk-${scenario}`, SCENARIOS[scenario].title)
  await press(desk, TEXTS.showCode)
  await desk.getByText(say(CODE.step)).filter({ visible: true }).waitFor()
  await page.goto(page.url().replace(/#.*/, '#/desk/answer/index'))
  await scanPicture(page, ANSWER.anotherWay, await pictureOfCode(desk))
  await see(page, `asked-${scenario}`, ANSWER.isHere)
  await press(page, ANSWER.approve)
  await unlock(page)
  await see(desk, `compare-${scenario}`, TEXTS.samePerson)
  await press(desk, TEXTS.samePerson)
  await see(desk, `accepted-${scenario}`, TEXTS.accepted)
  await desk.close()
}

/** Enters the PIN if it is asked for, and goes on once it is not. */
async function unlock(page: Page): Promise<void> {
  const field = page.locator('input[type=password]').filter({ visible: true })
  const other = page.locator('.kit-status').filter({ visible: true })
  await field.or(other).first().waitFor()
  if ((await field.count()) === 0) return
  await field.fill(DEMO_PIN)
  await page.locator('.kit-button--primary').filter({ visible: true }).last().click()
  await field.waitFor({ state: 'hidden' })
}

/** What a citizen sees who scans what is no desk's, declines, or waits for a desk that collects nothing. */
export async function walkAnswers(walk: Walk): Promise<void> {
  const { open, see, press, scanPicture } = walk
  const desk = await open('verifier', 'bank1')
  await press(desk, TEXTS.showCode)
  await see(desk, 'desk-code-bank', CODE.step)
  const code = await pictureOfCode(desk)
  await press(desk, CODE.speak)
  await see(desk, 'desk-digits', CODE.digitsTitle)
  await desk.close()
  const page = await open('citizen', HOLDER, '/desk/answer/index')
  await press(page, ANSWER.typeDigits)
  await see(page, 'type-digits', ANSWER.digitsLead)
  await page.reload()
  await scanPicture(page, ANSWER.anotherWay, code)
  await press(page, ANSWER.decline)
  await see(page, 'answer-declined', ANSWER.declinedText)
  for (const reason of [
    'DESK_CODE_EXPIRED',
    'DESK_CODE_USED',
    'ISSUER_UNTRUSTED',
    'SERVICE_UNAVAILABLE',
  ] as const) {
    await page.reload()
    const release = await forceAnswer(page, 'wallet', 'present', { ok: false, code: reason, details: {} })
    await scanPicture(page, ANSWER.anotherWay, code)
    await page.getByText(walk.say(ANSWER.isHere)).filter({ visible: true }).waitFor()
    await press(page, ANSWER.approve)
    await unlock(page)
    await see(page, `answer-${reason}`, ANSWER.scanAgain)
    await release()
  }
  await page.goto(page.url().replace(/#.*/, '#/online/answer/index?q=https%3A%2F%2Fshop.example%2F'))
  await see(page, 'website-no-code', STOPPED_TITLES.PORTAL_LINK_INVALID)
  await page.close()
}
