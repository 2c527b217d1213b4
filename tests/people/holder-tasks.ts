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
import { HOLDER } from '../screens/world'
import { type Phone, type Tasks, task, type Where } from './walk'

export const ON_OWN_PHONE: Where = { app: 'citizen', profile: HOLDER }
const ON_NEW_PHONE: Where = { app: 'citizen', profile: 'newcomer' }

const enrol = task(ON_NEW_PHONE, async ({ see, press, type, read }, { approve }) => {
  await see(HOME.welcomeTitle)
  await press(HOME.counter)
  await see(COUNTER.lead)
  await press(COUNTER.apply)
  await see(COUNTER.yourCode)
  const code = await read('counter-code')
  await approve(code.replace(/\s/g, ''), 'huang-jianguo')
  await see(ISSUED.pinLead)
  await type(PIN_TEXTS.pin, DEMO_PIN)
  await type(PIN_TEXTS.again, DEMO_PIN)
  await press(PIN_TEXTS.save)
  await see(ISSUED.allSet)
  await press(ISSUED.show)
  await see(HOME.present)
})

const showAtHotel = task(ON_OWN_PHONE, async (phone, walk) => {
  const { see, press, choose } = phone
  await see(HOME.present)
  await press(HOME.present)
  await see(PRESENT.chooseTitle)
  await choose(SCENARIOS.hotel.title)
  await press(PRESENT.approve)
  await see(PRESENT.showIt)
  const desk = await walk.companion('desk1', '/check/index?scenario=hotel')
  await desk.scan(phone)
  await desk.press(DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
  await press(RECEIPT.done)
  await see(HOME.present)
})

const passGate = task(ON_OWN_PHONE, async ({ see, press, choose, setOnline }) => {
  await see(HOME.present)
  await press(HOME.present)
  await see(PRESENT.chooseTitle)
  await choose(SCENARIOS.gate.title)
  await setOnline(false)
  await press(PRESENT.approve)
  await see(PRESENT.passWorks)
  await setOnline(true)
  await press(PRESENT.end)
  await see(PRESENT.chooseTitle)
})

const answerBank = task(ON_OWN_PHONE, async (phone, walk) => {
  const { see, press, type } = phone
  await see(HOME.present)
  await press(HOME.deskCode)
  await see(ANSWER.lead)
  const desk = await walk.companion('bank1')
  await desk.press(DESK.showCode)
  await desk.press(CODE.speak)
  const digits = await desk.read('shown-desk-code__digits')
  await press(ANSWER.typeDigits)
  await see(ANSWER.digitsLead)
  await type(ANSWER.digits, digits.replace(/\s/g, ''))
  await press(ANSWER.digitsGo)
  await see(ANSWER.isHere)
  await press(ANSWER.approve)
  await phone.unlock(ANSWER.waitingTitle)
  await see(ANSWER.waitingTitle)
  await desk.press(DESK.samePerson)
  await see(RECEIPT.accepted)
  await desk.close()
})

const addCard = task(ON_OWN_PHONE, async (phone, walk) => {
  const { see, press } = phone
  await see(HOME.present)
  await press(DOCUMENTS.add)
  await see(DOCUMENTS.addLead)
  const title = inSentence(walk.say(CREDENTIAL_TYPES['social-security-card'].title))
  await press(walk.say(DOCUMENTS.addOne).replace('{title}', title))
  await phone.unlock(DOCUMENTS.addedText)
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

export const exportData = task(ON_OWN_PHONE, async (phone) => {
  const { see, press } = phone
  await see(HOME.present)
  await press(HOME.safety)
  await see(SETTINGS.freezeTitle)
  await press(SETTINGS.privacy)
  await see(PRIVACY.lead)
  await press(PRIVACY.export)
  await phone.unlock(PRIVACY.exported)
  await see(PRIVACY.exported)
})

/** From the first page to the frozen identity. */
export async function dispute({ see, press }: Phone): Promise<void> {
  await see(HOME.present)
  await press(HOME.history)
  await see(KINDS.presented)
  await press(NOT_ME.ask)
  await see(NOT_ME.text)
  await press(NOT_ME.confirm)
  await see(KINDS.frozen)
}

const disputeUse = task(ON_OWN_PHONE, dispute)

export const unfreeze = task(ON_OWN_PHONE, async (phone) => {
  const { see, press } = phone
  await see(HOME.frozen)
  await press(HOME.unfreeze)
  await see(SETTINGS.frozenText)
  await press(SETTINGS.unfreeze)
  await phone.unlock(SETTINGS.freezeText)
  await see(SETTINGS.freezeText)
})

const freezeLost = task(ON_NEW_PHONE, async ({ see, press, empty }) => {
  // Another phone of the same account, on which nothing is.
  await empty()
  await see(HOME.welcomeTitle)
  await press(HOME.lost)
  await see(LOST.lead)
  await press(LOST.freeze)
  await see(LOST.frozen)
})

/** In this order: what one leaves, the next takes up. */
export const HOLDER_TASKS: Tasks = {
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
