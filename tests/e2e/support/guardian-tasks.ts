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
import { TEXTS as DESK } from '@nansha/verifier/src/texts'
import { pictureOfCode, type Walk } from '../../screens/walk'
import { approveChild, DAUGHTER } from '../../screens/walk-family'
import { type Doing, ON_OWN_PHONE, type Task, task, unlock } from './task'
import { dispute, exportData, unfreeze } from './tasks'

const getCard = task(ON_OWN_PHONE, async (doing, walk) => {
  const { page, see, press } = doing
  await see(HOME.present)
  await press(DOCUMENTS.add)
  await see(DOCUMENTS.addLead)
  await press(DOCUMENTS.addChild)
  await see(COUNTER.childLead)
  await press(COUNTER.childApply)
  await unlock(doing, walk.say(COUNTER.yourCode))
  await see(COUNTER.yourCode)
  await approveChild(walk, await page.locator('.counter-code').filter({ visible: true }).innerText())
  await see(COUNTER.childIssued)
  await press(COUNTER.childSee)
  await see(CHILD.small)
})

/** From the first page to the child's card. */
async function openCard({ see, press }: Doing, walk: Walk): Promise<void> {
  await see(CHILD.title)
  await press(walk.say(CHILD.open).replace('{name}', maskName(DAUGHTER.name)))
  await see(PAGE.noProof)
}

/** Shows the child's card where the companion of this profile stands. */
async function show(doing: Doing, walk: Walk, scenario: 'hotel' | 'gate', profile: string): Promise<void> {
  const { page, see, press } = doing
  await openCard(doing, walk)
  const title = inSentence(walk.say(SCENARIOS[scenario].title))
  await press(walk.say(DOCUMENTS.showTo).replace('{title}', title))
  await see(PRESENT.chooseTitle)
  await press(PRESENT.approve)
  await unlock(doing, walk.say(PRESENT.showIt))
  await see(PRESENT.showIt)
  const desk = await walk.open('verifier', profile, `/check/index?scenario=${scenario}`)
  await walk.scanPicture(desk, DESK.scanOtherWay, await pictureOfCode(page))
  await walk.see(desk, 'compare-child', DESK.compareChild)
  await walk.press(desk, DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
}

const showAtHotel = task(ON_OWN_PHONE, (doing, walk) => show(doing, walk, 'hotel', 'desk1'))
const passGate = task(ON_OWN_PHONE, (doing, walk) => show(doing, walk, 'gate', 'gate1'))

const readCard = task(ON_OWN_PHONE, async (doing, walk) => {
  await openCard(doing, walk)
  await doing.press(DOCUMENTS.reveal)
  await doing.see(DAUGHTER.name)
  await doing.press(DOCUMENTS.hide)
  await doing.see(DOCUMENTS.reveal)
})

const renewCard = task(ON_OWN_PHONE, async (doing, walk) => {
  await openCard(doing, walk)
  await doing.press(DOCUMENTS.renew)
  await doing.see(DOCUMENTS.renewed)
})

const readHistory = task(ON_OWN_PHONE, async ({ see, press }, walk) => {
  await see(HOME.present)
  await press(HOME.history)
  await see(walk.say(ENTRY.ofChild).replace('{name}', DAUGHTER.name))
})

/** The card hangs on the guardian's identity: frozen, neither can be shown. */
const disputeUse = task(ON_OWN_PHONE, async (doing) => {
  const { page, see } = doing
  await dispute(doing)
  await page.goto(page.url().replace(/#.*/, '#/documents/child/index?place=1'))
  await see(CHILD.frozenText)
})

const removeCard = task(ON_OWN_PHONE, async (doing, walk) => {
  await openCard(doing, walk)
  await doing.press(DOCUMENTS.remove)
  await doing.see(PAGE.removeSure)
  await doing.press(DOCUMENTS.removeYes)
  await doing.see(HOME.present)
})

/** Of a guardian with the card of a child. */
export const GUARDIAN_TASKS: Readonly<Record<string, Task>> = {
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
