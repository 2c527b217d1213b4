import { TEXTS as ANSWER } from '@nansha/citizen/src/desk/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { ISSUED } from '@nansha/citizen/src/enrol/parts/issued-texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { PIN_TEXTS } from '@nansha/citizen/src/parts/pin-texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { PHOTO_TEXTS as PHOTO } from '@nansha/verifier/src/stays/admit/photo-texts'
import { ARRIVE_TEXTS } from '@nansha/verifier/src/stays/arrive/texts'
import { KINDS as KINDS_OF_GUESTS, TEXTS as STAYS } from '@nansha/verifier/src/stays/texts'
import { TEXTS } from '@nansha/verifier/src/texts'
import type { Page } from 'playwright-core'
import { DEMO_PIN } from '#demo/issue-identity'
import { SPECIMEN_FOREIGNER } from '#demo/specimen/specimen-foreigner'
import { forceAnswer } from './force-answer'
import { pictureOfCode, type Walk } from './walk'

/** A foreign permanent resident, whose name in Latin letters is long: at a counter, on their phone, and at a hotel. */
export async function walkForeigner(walk: Walk): Promise<void> {
  await walkOfficersFields(walk)
  const phone = await issue(walk)
  await showAtHotel(walk, phone)
  await answerHotel(walk, phone)
  await phone.close()
  await walkCardAtHotel(walk)
}

async function walkOfficersFields({ open, see, press, say }: Walk): Promise<void> {
  const phone = await open('citizen', 'newcomer', '/enrol/counter/index')
  await press(phone, COUNTER.apply)
  const shown = phone.locator('.counter-code').filter({ visible: true })
  await shown.waitFor()
  const hall = await open('verifier', 'hall1', '/manage/officer/index')
  const fill = (label: { readonly zh: string; readonly en: string }, text: string) =>
    hall.getByLabel(say(label), { exact: true }).filter({ visible: true }).fill(text)
  await fill(OFFICER.code, await shown.innerText())
  await press(hall, OFFICER.open)
  await press(hall, OFFICER.typeInstead)
  await fill(OFFICER.idNumber, SPECIMEN_FOREIGNER.number)
  await fill(OFFICER.name, SPECIMEN_FOREIGNER.name)
  await fill(OFFICER.nationality, 'Sweden')
  await press(hall, OFFICER.allRight)
  await see(hall, 'foreigner-officer', OFFICER.nationality)
  await hall.close()
  await phone.close()
}

/** @returns the phone, with its identity */
async function issue({ open, see, press, world }: Walk): Promise<Page> {
  const page = await open('citizen', 'foreigner', '/enrol/counter/index')
  await press(page, COUNTER.apply)
  const code = page.locator('.counter-code').filter({ visible: true })
  await code.waitFor()
  await world.approve((await code.innerText()).replace(/\s/g, ''), SPECIMEN_FOREIGNER.id)
  await see(page, 'foreigner-issued', ISSUED.pinLead)
  for (const field of await page.locator('input[type=password]').filter({ visible: true }).all())
    await field.fill(DEMO_PIN)
  await press(page, PIN_TEXTS.save)
  await see(page, 'foreigner-pin-set', ISSUED.allSet)
  await page.goto(page.url().replace(/#.*/, '#/home/index'))
  await see(page, 'foreigner-home', HOME.reveal)
  await press(page, HOME.reveal)
  await see(page, 'foreigner-home-shown', HOME.hide)
  return page
}

/** By the holder's own code: what is asked of such a holder, before it is shown and after; then the room. */
async function showAtHotel(walk: Walk, phone: Page): Promise<void> {
  const { open, see, press, say } = walk
  await goTo(phone, '/present/index')
  await phone
    .getByRole('radio', { name: say(SCENARIOS.hotel.title) })
    .filter({ visible: true })
    .click()
  await see(phone, 'foreigner-consent', CLAIM_LABELS.nationality)
  await press(phone, PRESENT.approve)
  const desk = await open('verifier', 'desk1', '/check/index?scenario=hotel')
  await see(phone, 'foreigner-code', PRESENT.showIt)
  await walk.scanPicture(desk, TEXTS.scanOtherWay, await pictureOfCode(phone))
  await see(desk, 'foreigner-compare', TEXTS.samePerson)
  await see(phone, 'foreigner-receipt-waiting', RECEIPT.checkedText)
  await press(desk, TEXTS.samePerson)
  await see(desk, 'foreigner-accepted', TEXTS.accepted)
  await see(phone, 'foreigner-receipt', RECEIPT.accepted)
  await desk.close()
  await giveRoom(walk)
}

async function giveRoom({ open, see, press, say }: Walk): Promise<void> {
  const desk = await open('verifier', 'desk1', '/stays/list/index?list=waiting')
  await see(desk, 'foreigner-waiting', SPECIMEN_FOREIGNER.name)
  await desk.getByText(SPECIMEN_FOREIGNER.name).filter({ visible: true }).first().click()
  const room = desk.getByLabel(say(ARRIVE_TEXTS.room), { exact: true }).filter({ visible: true })
  await room.fill('1208')
  await see(desk, 'foreigner-arrive', ARRIVE_TEXTS.confirmArrival)
  await press(desk, ARRIVE_TEXTS.confirmArrival)
  await press(desk, ARRIVE_TEXTS.toStay)
  await see(desk, 'foreigner-stay', STAYS.trail)
  await desk.close()
}

/** By digits that the clerk reads out, for who cannot show a code; then what the history says of both. */
async function answerHotel({ open, see, press, say }: Walk, phone: Page): Promise<void> {
  const desk = await open('verifier', 'desk1', '/check/index?scenario=hotel')
  await press(desk, TEXTS.speak)
  await see(desk, 'foreigner-digits', CODE.digitsStep)
  const digits = await desk.locator('.shown-desk-code__digits').filter({ visible: true }).innerText()
  await goTo(phone, '/desk/answer/index')
  await press(phone, ANSWER.typeDigits)
  await phone.getByLabel(say(ANSWER.digits), { exact: true }).filter({ visible: true }).fill(digits)
  await press(phone, ANSWER.digitsGo)
  await see(phone, 'foreigner-asked', ANSWER.isHere)
  await press(phone, ANSWER.approve)
  await desk.getByText(say(TEXTS.otherPerson)).filter({ visible: true }).waitFor()
  await press(desk, TEXTS.otherPerson)
  await see(phone, 'foreigner-receipt-refused', RECEIPT.refused)
  const again = await open('citizen', 'foreigner', '/history/index')
  await see(again, 'foreigner-history', CLAIM_LABELS.nationality)
  await again.close()
  await desk.close()
}

async function goTo(page: Page, at: string): Promise<void> {
  await page.goto(page.url().replace(/#.*/, `#${at}`))
}

async function walkCardAtHotel({ open, see, press, say }: Walk): Promise<void> {
  const desk = await open('verifier', 'desk1', '/stays/admit/index')
  await desk
    .getByRole('radio', { name: say(KINDS_OF_GUESTS['permanent-resident']) })
    .filter({ visible: true })
    .click()
  await see(desk, 'foreigner-admit', STAYS.latinName)
  await forceAnswer(desk, 'stays', 'read-document', {
    ok: true,
    kind: 'permanent-resident',
    name: 'WIJEWARDENA MUDIYANSELAGE, THARUSHI NILAKSHI PRIYANGANI',
    chineseName: '白安娜',
    last4: '9027',
  })
  await press(desk, PHOTO.offer)
  await see(desk, 'foreigner-photo', PHOTO.hints.card)
  await press(desk, PHOTO.take)
  await see(desk, 'foreigner-read', PHOTO.number)
  await desk.close()
}
