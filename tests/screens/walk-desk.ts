import { TEXTS as ANSWER } from '@nansha/citizen/src/desk/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { DESK_COMPLAINT } from '@nansha/citizen/src/parts/complaint-texts'
import { NOT_ME_TEXTS as NOT_ME } from '@nansha/citizen/src/parts/not-me-texts'
import { KINDS } from '@nansha/citizen/src/parts/use-entry-texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { COMMON } from '@nansha/kit/texts/common'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import { createResidentNumber } from '@nansha/shared/resident-number'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import { FACE_ANSWER_TEXTS, LIVE_TEXTS as LIVE } from '@nansha/verifier/src/check/live-texts'
import { TEXTS as CHECKS } from '@nansha/verifier/src/checks/texts'
import { TEXTS as FREEZE } from '@nansha/verifier/src/manage/freeze/texts'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { TEXTS as STAFF } from '@nansha/verifier/src/manage/staff/texts'
import { refusalLook } from '@nansha/verifier/src/parts/refusals'
import { PHOTO_TEXTS as PHOTO } from '@nansha/verifier/src/stays/admit/photo-texts'
import { KINDS as KINDS_OF_GUESTS, TEXTS as STAYS } from '@nansha/verifier/src/stays/texts'
import { TEXTS } from '@nansha/verifier/src/texts'
import { TEXTS as WARNINGS } from '@nansha/verifier/src/warnings/texts'
import type { Page } from 'playwright-core'
import { enterPin } from './enter-pin'
import { forceAnswer } from './force-answer'
import { pictureOfCode, type Walk, type Words } from './walk'
import { HOLDER } from './world'

const CHILD = { region: '440115', birthdate: '2020-06-01', sex: 'female' } as const

/** Of each kind and length of sentence at least one. */
const REFUSALS: readonly ErrorCode[] = [
  'TICKET_EXPIRED',
  'TICKET_REPLAYED',
  'CREDENTIAL_FROZEN',
  'CREDENTIAL_INVALID',
  'ASSURANCE_TOO_LOW',
  'UNLOCK_REQUIRED',
  'STAFF_NOT_ENTITLED',
  'SERVICE_UNAVAILABLE',
]

/** A hotel's desk: its start, a guest who is accepted, one who is not, and what is refused before anybody is seen. */
export async function walkHotel(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const desk = await open('verifier', 'desk1')
  await see(desk, 'desk', TEXTS.startScanning)
  await press(desk, TEXTS.startScanning)
  await see(desk, 'scan', TEXTS.aim)

  const phone = await showCode(walk)
  await see(phone, 'code', PRESENT.showIt)
  await walk.scanPicture(desk, TEXTS.scanOtherWay, await pictureOfCode(phone))
  await see(desk, 'compare', TEXTS.samePerson)
  await see(phone, 'receipt-waiting', RECEIPT.checkedText)
  await press(desk, TEXTS.samePerson)
  await see(desk, 'accepted', TEXTS.accepted)
  await see(phone, 'receipt-accepted', RECEIPT.accepted)

  // It goes on by itself after some seconds, which a look at the screen may take.
  await desk.getByText(walk.say(TEXTS.scanOtherWay)).filter({ visible: true }).waitFor()
  await press(phone, PRESENT.presentAgain)
  await press(phone, PRESENT.approve)
  const code = await pictureOfCode(phone)
  for (const refusal of REFUSALS) {
    const release = await forceAnswer(desk, 'verify', 'ticket', { ok: false, code: refusal, details: {} })
    await walk.scanPicture(desk, TEXTS.scanOtherWay, code)
    await see(desk, `refused-${refusal}`, refusalLook(refusal).title)
    await release()
    await press(desk, TEXTS.scanAgain)
  }
  await walk.scanPicture(desk, TEXTS.scanOtherWay, await pictureOfCode(phone))
  await press(desk, TEXTS.otherPerson)
  await see(desk, 'refused-PORTRAIT_MISMATCH', refusalLook('PORTRAIT_MISMATCH').title)
  await see(phone, 'receipt-refused', RECEIPT.refused)
  await phone.close()
  await desk.close()
}

/** A guest without a phone: the card is photographed, the faces are compared, and whatever fails is typed. */
export async function walkDocument(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const desk = await open('verifier', 'desk1', '/stays/admit/index')
  await see(desk, 'admit', PHOTO.offer)
  await press(desk, PHOTO.offer)
  await see(desk, 'admit-photo', PHOTO.hints.card)
  const refuse = await forceAnswer(desk, 'stays', 'read-document', {
    ok: false,
    code: 'CARD_GLARE',
    details: {},
  })
  await press(desk, PHOTO.take)
  await see(desk, 'admit-unread', ERRORS.CARD_GLARE)
  await refuse()
  const release = await forceAnswer(desk, 'stays', 'read-document', {
    ok: true,
    kind: 'card',
    name: '李娜',
    last4: '0078',
    address: '广东省广州市南沙区示范路8号',
  })
  await press(desk, PHOTO.take)
  await see(desk, 'admit-read', PHOTO.number)
  await press(desk, PHOTO.compare)
  await see(desk, 'admit-consent', PHOTO.consent)
  await press(desk, LIVE.agreed)
  await see(desk, 'admit-face', LIVE.hint)
  const place = { ok: true, upload: `readings/${'r'.repeat(22)}` }
  const releases = [
    await forceAnswer(desk, 'stays', 'photograph-guest', place),
    await forceAnswer(desk, 'stays', 'compare-guest', { ok: true, answer: 'same' }),
  ]
  await press(desk, LIVE.take)
  await see(desk, 'admit-compared', FACE_ANSWER_TEXTS.same)
  for (const done of [release, ...releases]) await done()
  await press(desk, PHOTO.type)
  await desk
    .getByRole('radio', { name: walk.say(KINDS_OF_GUESTS.passport) })
    .filter({ visible: true })
    .click()
  await see(desk, 'admit-passport', STAYS.mrz)
  await press(desk, PHOTO.offer)
  await see(desk, 'admit-photo-passport', PHOTO.hints.passport)
  await desk.close()
}

/** A bank: the citizen scans the desk's code and agrees. Many lines are shown. */
export async function walkBank(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const desk = await open('verifier', 'bank1')
  await press(desk, TEXTS.showCode)
  await see(desk, 'desk-code', CODE.step)
  const phone = await open('citizen', HOLDER, '/desk/answer/index')
  await walk.scanPicture(phone, ANSWER.anotherWay, await pictureOfCode(desk))
  await see(phone, 'asked', ANSWER.isHere)
  await press(phone, ANSWER.approve)
  await enterPin(phone, walk.say(ANSWER.waitingTitle))
  await see(desk, 'compare-bank', TEXTS.samePerson)
  await press(desk, TEXTS.samePerson)
  await see(desk, 'accepted-bank', TEXTS.accepted)
  await phone.close()
  await desk.close()
}

/** A service hall: its lists, the officer with a child and with a lost phone, who joins. */
export async function walkHall(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const hall = await open('verifier', 'hall1')
  await see(hall, 'desk-manager', TEXTS.staffList)
  await press(hall, TEXTS.officer)
  await see(hall, 'officer-code', OFFICER.codeTitle)
  await press(hall, OFFICER.lostPhone)
  await see(hall, 'officer-freeze', FREEZE.lead)
  await enrolChild(walk, hall)
  await press(hall, COMMON.back)
  await press(hall, TEXTS.checks)
  await see(hall, 'checks', CHECKS.lead)
  await press(hall, COMMON.back)
  await press(hall, TEXTS.staffList)
  await see(hall, 'staff', STAFF.title)
  await hall.close()
  const stranger = await open('verifier', 'nobody')
  await see(stranger, 'desk-stranger', TEXTS.haveInvitation)
  await press(stranger, TEXTS.haveInvitation)
  await see(stranger, 'join', TEXTS.joinLead)
  const release = await forceAnswer(stranger, 'verify', 'session', { ok: false, code: 'OPERATOR_ACCOUNT' })
  await stranger.goto(stranger.url().replace(/#.*/, ''))
  await see(stranger, 'desk-operator', refusalLook('OPERATOR_ACCOUNT').title)
  await release()
  await stranger.close()
}

/** A parent asks for a child's code; the officer types it, and what the child's card says. */
async function enrolChild({ open, see, press, say }: Walk, hall: Page): Promise<void> {
  const phone = await open('citizen', 'parent', '/enrol/counter/index')
  await press(phone, COUNTER.applyForChild)
  await see(phone, 'counter-child', COUNTER.yourCode)
  const code = await phone.locator('.counter-code').filter({ visible: true }).innerText()
  await phone.close()
  await press(hall, COMMON.back)
  const fill = (label: Words, text: string) =>
    hall.getByLabel(say(label), { exact: true }).filter({ visible: true }).fill(text)
  await fill(OFFICER.code, code)
  await press(hall, OFFICER.open)
  await see(hall, 'officer-card', OFFICER.cardTitle)
  await press(hall, OFFICER.typeInstead)
  await fill(
    OFFICER.idNumber,
    createResidentNumber(CHILD, () => 0),
  )
  await press(hall, OFFICER.allRight)
  await see(hall, 'officer-child', OFFICER.guardianTitle)
}

/** A holder says that it was not them: last, because it freezes their identity. */
export async function walkDispute(walk: Walk): Promise<void> {
  const { open, see, press } = walk
  const phone = await open('citizen', HOLDER, '/history/index')
  await press(phone, DESK_COMPLAINT.ask)
  await press(phone, DESK_COMPLAINT.report)
  await see(phone, 'complained', DESK_COMPLAINT.reported)
  await press(phone, NOT_ME.ask)
  await see(phone, 'not-me', NOT_ME.text)
  await press(phone, NOT_ME.confirm)
  await phone.getByText(walk.say(KINDS.frozen)).filter({ visible: true }).first().waitFor()
  const desk = await open('verifier', 'desk1')
  await see(desk, 'warning', WARNINGS.disputed)
  await press(desk, WARNINGS.understood)
  await press(desk, TEXTS.checks)
  await see(desk, 'checks-warned', CHECKS.open)
  await phone.goto(phone.url().replace(/#.*/, '#/home/index'))
  await see(phone, 'home-frozen', HOME.frozen)
  await phone.close()
  await desk.close()
}

async function showCode({ open, press, say }: Walk): Promise<Page> {
  const phone = await open('citizen', HOLDER, '/present/index')
  await phone
    .getByRole('radio', { name: say(SCENARIOS.hotel.title) })
    .filter({ visible: true })
    .click()
  await press(phone, PRESENT.approve)
  return phone
}
