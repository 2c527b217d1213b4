import { PAGE_TEXTS as PAGE } from '@nansha/citizen/src/documents/child/texts'
import { TEXTS as CHILD } from '@nansha/citizen/src/documents/child-texts'
import { TEXTS as DOCUMENTS } from '@nansha/citizen/src/documents/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { TEXTS } from '@nansha/verifier/src/texts'
import type { Page } from 'playwright-core'
import { SPECIMEN_CHILDREN } from '#demo/specimen/specimen-children'
import type { SpecimenPerson } from '#demo/specimen/specimen-people'
import { enterPin } from './enter-pin'
import { pictureOfCode, type Walk, type Words } from './walk'
import { HOLDER } from './world'

/** A child of the drawn person. */
export const DAUGHTER = childOf(HOLDER)

function childOf(guardian: string): SpecimenPerson {
  const child = SPECIMEN_CHILDREN.find(({ guardians }) => guardians.some(({ id }) => id === guardian))
  if (!child) throw new Error(`No specimen child has ${guardian} as a guardian.`)
  return child.person
}

/** A guardian gets the card of a child at the hall, and shows it at a hotel. */
export async function walkFamily(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const phone = await open('citizen', HOLDER, '/documents/add/index')
  await see(phone, 'add-document', DOCUMENTS.addChild)
  await press(phone, DOCUMENTS.addChild)
  await see(phone, 'child-notice', COUNTER.childLead)
  await press(phone, COUNTER.childApply)
  await enterPin(phone, walk.say(COUNTER.yourCode))
  await see(phone, 'child-counter-code', COUNTER.yourCode)
  await approveChild(walk, await phone.locator('.counter-code').filter({ visible: true }).innerText())
  await see(phone, 'child-issued', COUNTER.childIssued)
  await press(phone, COUNTER.childSee)
  await see(phone, 'child-card', CHILD.small)
  await press(phone, DOCUMENTS.reveal)
  await see(phone, 'child-card-open', DOCUMENTS.hide)
  await showAtHotel(walk, phone)
  await phone.goto(phone.url().replace(/#.*/, '#/home/index'))
  await see(phone, 'home-with-child', CHILD.title)
  await phone.goto(phone.url().replace(/#.*/, '#/documents/child/index?place=1'))
  await press(phone, DOCUMENTS.remove)
  await see(phone, 'child-remove', PAGE.removeSure)
  await press(phone, DOCUMENTS.removeYes)
  await phone.close()
}

/** The officer compares guardian and child; a name that was mistyped is not found, and corrected. */
export async function approveChild({ open, see, press, say }: Walk, code: string): Promise<void> {
  const hall = await open('verifier', 'hall1')
  const fill = (label: Words, text: string) =>
    hall.getByLabel(say(label), { exact: true }).filter({ visible: true }).fill(text)
  await press(hall, TEXTS.officer)
  await fill(OFFICER.code, code)
  await press(hall, OFFICER.open)
  await see(hall, 'officer-guardian', OFFICER.guardianStep)
  await press(hall, OFFICER.samePerson)
  await press(hall, OFFICER.typeInstead)
  await fill(OFFICER.name, '陈小鱼')
  await fill(OFFICER.idNumber, DAUGHTER.number)
  await fill(OFFICER.cardValidity, DAUGHTER.validUntil)
  await see(hall, 'officer-child-details', OFFICER.allRight)
  const unknown = refusalLook('CHILD_NOT_IN_HOUSEHOLD').text
  await press(hall, OFFICER.allRight)
  await waitForRegister(hall, say(OFFICER.askAgain), say(unknown))
  await see(hall, 'officer-child-unknown', unknown)
  await press(hall, OFFICER.correct)
  await fill(OFFICER.name, DAUGHTER.name)
  await press(hall, OFFICER.allRight)
  await waitForRegister(hall, say(OFFICER.askAgain), say(OFFICER.registerPhoto))
  await see(hall, 'officer-child-found', OFFICER.registerPhoto)
  await press(hall, OFFICER.childApprove)
  await see(hall, 'officer-child-approved', OFFICER.approved)
  await hall.close()
}

/** On a busy machine the function may have no time for an answer, and the officer asks again. */
async function waitForRegister(hall: Page, again: string, answer: string): Promise<void> {
  const button = hall.getByRole('button', { name: again }).filter({ visible: true })
  const answered = hall.getByText(answer).filter({ visible: true })
  for (;;) {
    await answered.or(button).first().waitFor()
    if ((await answered.count()) > 0) return
    // The button may be that of the answer before, and go at this moment.
    await button.click({ timeout: 1_000 }).catch(() => undefined)
    await answered
      .first()
      .waitFor({ timeout: 5_000 })
      .catch(() => undefined)
  }
}

async function showAtHotel(walk: Walk, phone: Page): Promise<void> {
  const { open, see, press, say } = walk
  await press(phone, say(DOCUMENTS.showTo).replace('{title}', inSentence(say(SCENARIOS.hotel.title))))
  await see(phone, 'child-present', PRESENT.chooseTitle)
  await press(phone, PRESENT.approve)
  await see(phone, 'child-code', PRESENT.showIt)
  const desk = await open('verifier', 'desk1')
  await press(desk, TEXTS.startScanning)
  await walk.scanPicture(desk, TEXTS.scanOtherWay, await pictureOfCode(phone))
  await see(desk, 'compare-child', TEXTS.compareChild)
  await press(desk, TEXTS.samePerson)
  await see(desk, 'accepted-child', TEXTS.accepted)
  await see(phone, 'child-receipt', RECEIPT.accepted)
  await desk.close()
  await press(phone, RECEIPT.done)
}

const inSentence = (title: string) => title.charAt(0).toLowerCase() + title.slice(1)
