import { PAGE_TEXTS as PAGE } from '@nansha/citizen/src/documents/child/texts'
import { TEXTS as CHILD } from '@nansha/citizen/src/documents/child-texts'
import { inSentence } from '@nansha/citizen/src/documents/describe-document'
import { TEXTS as DOCUMENTS } from '@nansha/citizen/src/documents/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as ENTRY } from '@nansha/citizen/src/parts/use-entry-texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { maskName } from '@nansha/citizen/src/wallet/mask'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { TEXTS as DESK } from '@nansha/verifier/src/texts'
import { DAUGHTER } from '../screens/walk-family'
import { dispute, exportData, ON_OWN_PHONE, unfreeze } from './holder-tasks'
import { type Phone, type Tasks, task, type Walk } from './walk'

/** The officer compares guardian and child, and copies the child's card. */
async function approveChild(walk: Walk, code: string): Promise<void> {
  const hall = await walk.companion('hall1')
  await hall.press(DESK.officer)
  await hall.type(OFFICER.code, code)
  await hall.press(OFFICER.open)
  await hall.see(OFFICER.guardianStep)
  await hall.press(OFFICER.samePerson)
  await hall.press(OFFICER.typeInstead)
  await hall.type(OFFICER.name, DAUGHTER.name)
  await hall.type(OFFICER.idNumber, DAUGHTER.number)
  await hall.type(OFFICER.cardValidity, DAUGHTER.validUntil)
  await hall.press(OFFICER.allRight)
  await hall.pressUnless(OFFICER.registerPhoto, OFFICER.askAgain)
  await hall.press(OFFICER.childApprove)
  await hall.see(OFFICER.approved)
  await hall.close()
}

const getCard = task(ON_OWN_PHONE, async (phone, walk) => {
  const { see, press } = phone
  await see(HOME.present)
  await press(DOCUMENTS.add)
  await see(DOCUMENTS.addLead)
  await press(DOCUMENTS.addChild)
  await see(COUNTER.childLead)
  await press(COUNTER.childApply)
  await phone.unlock(COUNTER.yourCode)
  await see(COUNTER.yourCode)
  await approveChild(walk, await phone.read('counter-code'))
  await see(COUNTER.childIssued)
  await press(COUNTER.childSee)
  await see(CHILD.small)
})

/** From the first page to the child's card. */
async function openCard({ see, press }: Phone, walk: Walk): Promise<void> {
  await see(CHILD.title)
  await press(walk.say(CHILD.open).replace('{name}', maskName(DAUGHTER.name)))
  await see(PAGE.noProof)
}

/** Shows the child's card where the companion of this profile stands. */
async function show(phone: Phone, walk: Walk, scenario: 'hotel' | 'gate', profile: string): Promise<void> {
  const { see, press } = phone
  await openCard(phone, walk)
  const title = inSentence(walk.say(SCENARIOS[scenario].title))
  await press(walk.say(DOCUMENTS.showTo).replace('{title}', title))
  await see(PRESENT.chooseTitle)
  await press(PRESENT.approve)
  await phone.unlock(PRESENT.showIt)
  await see(PRESENT.showIt)
  const desk = await walk.companion(profile, `/check/index?scenario=${scenario}`)
  await desk.scan(phone)
  await desk.see(DESK.compareChild)
  await desk.press(DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
}

const showAtHotel = task(ON_OWN_PHONE, (phone, walk) => show(phone, walk, 'hotel', 'desk1'))
const passGate = task(ON_OWN_PHONE, (phone, walk) => show(phone, walk, 'gate', 'gate1'))

const readCard = task(ON_OWN_PHONE, async (phone, walk) => {
  await openCard(phone, walk)
  await phone.press(DOCUMENTS.reveal)
  await phone.see(DAUGHTER.name)
  await phone.press(DOCUMENTS.hide)
  await phone.see(DOCUMENTS.reveal)
})

const renewCard = task(ON_OWN_PHONE, async (phone, walk) => {
  await openCard(phone, walk)
  await phone.press(DOCUMENTS.renew)
  await phone.see(DOCUMENTS.renewed)
})

const readHistory = task(ON_OWN_PHONE, async ({ see, press }, walk) => {
  await see(HOME.present)
  await press(HOME.history)
  await see(walk.say(ENTRY.ofChild).replace('{name}', DAUGHTER.name))
})

/** The card hangs on the guardian's identity: frozen, neither can be shown. */
const disputeUse = task(ON_OWN_PHONE, async (phone) => {
  await dispute(phone)
  await phone.goTo('/documents/child/index?place=1')
  await phone.see(CHILD.frozenText)
})

const removeCard = task(ON_OWN_PHONE, async (phone, walk) => {
  await openCard(phone, walk)
  await phone.press(DOCUMENTS.remove)
  await phone.see(PAGE.removeSure)
  await phone.press(DOCUMENTS.removeYes)
  await phone.see(HOME.present)
})

/** Of a guardian with the card of a child. */
export const GUARDIAN_TASKS: Tasks = {
  'gets the child’s card at a counter': getCard,
  'shows it at a hotel and reads the receipt': showAtHotel,
  'passes a gate with the child': passGate,
  'opens all that the card says, and hides it again': readCard,
  'brings the card up to date': renewCard,
  'finds the child’s uses in the records': readHistory,
  'exports what is kept': exportData,
  'says of a use that it was not theirs, which stops the child’s card too': disputeUse,
  'lifts the freeze': unfreeze,
  'takes the child’s card off the phone': removeCard,
}
