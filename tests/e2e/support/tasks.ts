import { TEXTS as ANSWER } from '@nansha/citizen/src/desk/texts'
import { inSentence } from '@nansha/citizen/src/documents/describe-document'
import { TEXTS as DOCUMENTS } from '@nansha/citizen/src/documents/texts'
import { TEXTS as COUNTER } from '@nansha/citizen/src/enrol/counter/texts'
import { ISSUED } from '@nansha/citizen/src/enrol/parts/issued-texts'
import { TEXTS as HOME } from '@nansha/citizen/src/home/texts'
import { TEXTS as LOST } from '@nansha/citizen/src/lost/texts'
import { NOT_ME_TEXTS as NOT_ME } from '@nansha/citizen/src/parts/not-me-texts'
import { PIN_TEXTS } from '@nansha/citizen/src/parts/pin-texts'
import { KINDS } from '@nansha/citizen/src/parts/use-entry-texts'
import { TEXTS as RECEIPT } from '@nansha/citizen/src/present/receipt-texts'
import { TEXTS as PRESENT } from '@nansha/citizen/src/present/texts'
import { TEXTS as PRIVACY } from '@nansha/citizen/src/privacy/texts'
import { TEXTS as SETTINGS } from '@nansha/citizen/src/settings/texts'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import { SCENARIOS } from '@nansha/shared/scenarios'
import { TEXTS as CODE } from '@nansha/verifier/src/check/desk-code/texts'
import { TEXTS as DESK } from '@nansha/verifier/src/texts'
import { DEMO_PIN } from '#demo/issue-identity'
import { pictureOfCode } from '../../screens/walk'
import { type Doing, ON_OWN_PHONE, type Task, task, unlock, type Where } from './task'

const ON_NEW_PHONE: Where = { app: 'citizen', profile: 'newcomer' }

const enrol = task(ON_NEW_PHONE, async ({ page, see, press, type }, { world }) => {
  await see(HOME.welcomeTitle)
  await press(HOME.counter)
  await see(COUNTER.lead)
  await press(COUNTER.apply)
  await see(COUNTER.yourCode)
  const code = await page.locator('.counter-code').filter({ visible: true }).innerText()
  await world.approve(code.replace(/\s/g, ''), 'huang-jianguo')
  await see(ISSUED.pinLead)
  await type(PIN_TEXTS.pin, DEMO_PIN)
  await type(PIN_TEXTS.again, DEMO_PIN)
  await press(PIN_TEXTS.save)
  await see(ISSUED.allSet)
  await press(ISSUED.show)
  await see(HOME.present)
})

const showAtHotel = task(ON_OWN_PHONE, async (doing, walk) => {
  const { page, see, press, choose } = doing
  await see(HOME.present)
  await press(HOME.present)
  await see(PRESENT.chooseTitle)
  await choose(SCENARIOS.hotel.title)
  await press(PRESENT.approve)
  await see(PRESENT.showIt)
  const desk = await walk.open('verifier', 'desk1', '/check/index?scenario=hotel')
  await walk.scanPicture(desk, DESK.scanOtherWay, await pictureOfCode(page))
  await walk.press(desk, DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
  await press(RECEIPT.done)
  await see(HOME.present)
})

const passGate = task(ON_OWN_PHONE, async ({ page, see, press, choose }) => {
  await see(HOME.present)
  await press(HOME.present)
  await see(PRESENT.chooseTitle)
  await choose(SCENARIOS.gate.title)
  await page.context().setOffline(true)
  await press(PRESENT.approve)
  await see(PRESENT.passWorks)
  await page.context().setOffline(false)
  await press(PRESENT.end)
  await see(PRESENT.chooseTitle)
})

const answerBank = task(ON_OWN_PHONE, async (doing, walk) => {
  const { see, press, type } = doing
  await see(HOME.present)
  await press(HOME.deskCode)
  await see(ANSWER.lead)
  const desk = await walk.open('verifier', 'bank1')
  await walk.press(desk, DESK.showCode)
  await walk.press(desk, CODE.speak)
  const digits = desk.locator('.shown-desk-code__digits').filter({ visible: true })
  await digits.waitFor()
  await press(ANSWER.typeDigits)
  await see(ANSWER.digitsLead)
  await type(ANSWER.digits, (await digits.innerText()).replace(/\s/g, ''))
  await press(ANSWER.digitsGo)
  await see(ANSWER.isHere)
  await press(ANSWER.approve)
  await unlock(doing, walk.say(ANSWER.waitingTitle))
  await walk.press(desk, DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
})

const addCard = task(ON_OWN_PHONE, async (doing, walk) => {
  const { see, press } = doing
  await see(HOME.present)
  await press(DOCUMENTS.add)
  await see(DOCUMENTS.addLead)
  const title = inSentence(walk.say(CREDENTIAL_TYPES['social-security-card'].title))
  await press(walk.say(DOCUMENTS.addOne).replace('{title}', title))
  await unlock(doing, walk.say(DOCUMENTS.addedText))
  await see(DOCUMENTS.addedText)
  await press(DOCUMENTS.see)
  await see(DOCUMENTS.noProof)
  await press(DOCUMENTS.reveal)
  await see(DOCUMENTS.hide)
})

/** The same digits once more: the next person knows them. */
const changePin = task(ON_OWN_PHONE, async ({ see, press, type }) => {
  await see(HOME.present)
  await press(HOME.safety)
  await see(SETTINGS.freezeTitle)
  await press(SETTINGS.pin)
  await see(PIN_TEXTS.old)
  await type(PIN_TEXTS.old, DEMO_PIN)
  await type(PIN_TEXTS.pin, DEMO_PIN)
  await type(PIN_TEXTS.again, DEMO_PIN)
  await press(PIN_TEXTS.save)
  await see(SETTINGS.freezeTitle)
})

export const exportData = task(ON_OWN_PHONE, async (doing, walk) => {
  const { see, press } = doing
  await see(HOME.present)
  await press(HOME.safety)
  await see(SETTINGS.freezeTitle)
  await press(SETTINGS.privacy)
  await see(PRIVACY.lead)
  await press(PRIVACY.export)
  await unlock(doing, walk.say(PRIVACY.exported))
  await see(PRIVACY.exported)
})

/** From the first page to the frozen identity. */
export async function dispute({ see, press }: Doing): Promise<void> {
  await see(HOME.present)
  await press(HOME.history)
  await see(KINDS.presented)
  await press(NOT_ME.ask)
  await see(NOT_ME.text)
  await press(NOT_ME.confirm)
  await see(KINDS.frozen)
}

const disputeUse = task(ON_OWN_PHONE, dispute)

export const unfreeze = task(ON_OWN_PHONE, async (doing, walk) => {
  const { see, press } = doing
  await see(HOME.frozen)
  await press(HOME.unfreeze)
  await see(SETTINGS.frozenText)
  await press(SETTINGS.unfreeze)
  await unlock(doing, walk.say(SETTINGS.freezeText))
  await see(SETTINGS.freezeText)
})

const freezeLost = task(ON_NEW_PHONE, async ({ page, see, press }) => {
  // Another phone of the same account, on which nothing is.
  await page.evaluate(() => localStorage.clear())
  await page.reload()
  await see(HOME.welcomeTitle)
  await press(HOME.lost)
  await see(LOST.lead)
  await press(LOST.freeze)
  await see(LOST.frozen)
})

/** In this order: what one leaves, the next takes up. */
export const HOLDER_TASKS: Readonly<Record<string, Task>> = {
  'gets the ID at a counter and sets a PIN': enrol,
  'shows it at a hotel and reads the receipt': showAtHotel,
  'passes a gate without network': passGate,
  'answers a bank by eight digits': answerBank,
  'adds the social security card and opens it': addCard,
  'changes the PIN': changePin,
  'exports what is kept': exportData,
  'says of a use that it was somebody else’s': disputeUse,
  'lifts the freeze': unfreeze,
  'freezes the ID of a lost phone from another': freezeLost,
}
