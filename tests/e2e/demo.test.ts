import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { groupResidentNumber } from '@nansha/shared/group-resident-number'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import type { FrameLocator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TEXTS as ANSWER } from '#citizen/desk/texts'
import { CAST, type CastMember } from '#demo/cast'
import { DESKS } from '#demo/desks'
import { TEXTS } from '#demo/page/texts'
import { TEXTS as DESK } from '#verifier/texts'
import { enrolOn, goHomeAfterIssue, presentOn } from './support/citizen-phone'
import { startWholeCloud } from './support/cloud'
import { openPhone, type Phone, tap } from './support/phone'

/** Who is chosen from the list. */
const [, , CHOSEN] = CAST as [CastMember, CastMember, CastMember]
const texts = TEXTS.zh
const placeOf = (scenario: ScenarioName) =>
  DESKS.find((desk) => desk.scenario === scenario)?.place.zh ?? expect.unreachable()

describe('the demo page', () => {
  let cloud: Awaited<ReturnType<typeof startWholeCloud>>
  let browser: Phone
  let citizen: FrameLocator
  let desk: FrameLocator

  beforeAll(async () => {
    cloud = await startWholeCloud()
    // Large enough that the phones are not scaled: clicks into a zoomed frame would miss.
    browser = await openPhone(`${cloud.url}/demo/`, { width: 1460, height: 960 })
    citizen = browser.page.frameLocator(`iframe[title="${texts.citizen}"]`)
    desk = browser.page.frameLocator(`iframe[title="${texts.desk}"]`)
  })
  const turnCard = () => tap(browser.page, texts.turnCard)
  afterAll(async () => {
    await browser?.close()
    await cloud?.close()
  })

  test('a specimen citizen does what the visitor presses, and what the phone asked for', async () => {
    const { page } = browser
    const { id, name, number } = CHOSEN.person
    await page.getByLabel(texts.who).selectOption(id)
    const applicant = { name, number }
    expect(await enrolOn(citizen, applicant, { turnCard, direct: (act) => tap(page, texts[act]) })).toBe(
      'issued',
    )
    await goHomeAfterIssue(citizen)
  })

  test('the phone is held to the scanner, and only its pixels reach the desk', async () => {
    await presentOn(citizen)
    await tap(desk, DESK.startScanning.zh)
    await holdUntil(browser.page, texts.hold, desk, DESK.compare.zh)
    await accept(desk)
  })

  test('the picture taken before is refused', async () => {
    await desk.getByRole('button', { name: DESK.nextGuest.zh }).filter({ visible: true }).click()
    await browser.page.getByRole('button', { name: texts.old, exact: true }).click()
    await desk.getByRole('button', { name: DESK.scanAgain.zh }).filter({ visible: true }).waitFor()
  })

  test('at the bank the citizen’s camera sees the code of the desk, and the desk who agreed', async () => {
    const { page } = browser
    await tap(page, placeOf('bank'))
    await tap(desk, DESK.showCode.zh)
    await desk.getByRole('img', { name: CODE.codeLabel.zh }).filter({ visible: true }).waitFor()
    await tap(citizen, RECEIPT.done.zh)
    await tap(citizen, HOME.deskCode.zh)
    await tap(page, texts.aim)
    await tap(citizen, ANSWER.approve.zh)
    await accept(desk)
    await desk.getByText(groupResidentNumber(CHOSEN.person.number)).filter({ visible: true }).waitFor()
    await citizen.getByText(RECEIPT.accepted.zh).filter({ visible: true }).waitFor()
  })

  test('at the station both pictures of a pass are read off the phone', async () => {
    const { page } = browser
    await tap(page, placeOf('gate'))
    await tap(citizen, RECEIPT.done.zh)
    await tap(citizen, HOME.present.zh)
    await citizen.getByRole('radio', { name: SCENARIOS.gate.title.zh }).filter({ visible: true }).click()
    await tap(citizen, PRESENT.approve.zh)
    await citizen.getByRole('img', { name: PRESENT.codeLabel.zh }).filter({ visible: true }).waitFor()
    await tap(desk, DESK.startScanning.zh)
    await holdUntil(page, texts.hold, desk, DESK.compare.zh)
    await accept(desk)
  })
})

/** The clerk finds that the portrait is that person's. */
async function accept(desk: FrameLocator): Promise<void> {
  await tap(desk, DESK.samePerson.zh)
  await desk.getByText(DESK.accepted.zh, { exact: true }).filter({ visible: true }).waitFor()
}

async function holdUntil(page: Page, button: string, desk: FrameLocator, words: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await desk.getByText(words).filter({ visible: true }).waitFor()
}
