import { dateInChina } from '@nansha/shared/age-in-china'
import { CLAIM_LABELS } from '@nansha/shared/claim-labels'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { TEXTS as HOTEL } from '@nansha/verifier/src/desk/hotel-texts'
import { TEXTS as FREEZE } from '@nansha/verifier/src/manage/freeze/texts'
import { TEXTS as OFFICER } from '@nansha/verifier/src/manage/officer/texts'
import { PHOTO_TEXTS as PHOTO } from '@nansha/verifier/src/stays/admit/photo-texts'
import { ARRIVE_TEXTS, RELATION_TEXTS } from '@nansha/verifier/src/stays/arrive/texts'
import { KINDS, TEXTS as STAYS } from '@nansha/verifier/src/stays/texts'
import { TEXTS } from '@nansha/verifier/src/texts'
import { photographOf } from '#demo/photograph'
import { SPECIMEN_PEOPLE, type SpecimenPerson } from '#demo/specimen/specimen-people'
import { ZONE } from '#support/reading-desk'
import { DAUGHTER } from '../screens/walk-family'
import { drawing, HOLDER } from '../screens/world'
import { type Phone, type Tasks, task, type Walk, type Where } from './walk'

/** Somebody without a phone is served on the clerk's. */
const AT_HOTEL: Where = { app: 'verifier', profile: 'desk1' }
const AT_HALL: Where = { app: 'verifier', profile: 'hall1' }
const GUEST = person(HOLDER)
const FRIEND = person('huang-jianguo')
const inDays = (days: number) => dateInChina(Date.now() + days * DAY_MS)

function person(id: string): SpecimenPerson {
  const found = SPECIMEN_PEOPLE.find((one) => one.id === id)
  if (!found) throw new Error(`There is no specimen person called ${id}.`)
  return found
}

/** From the first page to the documents. */
async function openDocuments({ see, press }: Phone): Promise<void> {
  await see(HOTEL.otherDocument)
  await press(HOTEL.otherDocument)
  await see(STAYS.admitLead)
}

async function typeCard(
  { type }: Phone,
  { name, ethnicity, address, number }: SpecimenPerson,
): Promise<void> {
  await type(STAYS.name, name)
  await type(STAYS.ethnicity, ethnicity)
  await type(STAYS.address, address)
  await type(STAYS.idNumber, number)
}

/** The guest in view of the clerk, and then in a room. */
async function arrive({ see, press, type }: Phone, walk: Walk, room: string): Promise<void> {
  await press(STAYS.compared)
  await see(ARRIVE_TEXTS.oneNight.zh.split('，')[0] ?? '')
  await type(ARRIVE_TEXTS.room, room)
  await press(ARRIVE_TEXTS.confirmArrival)
  await see(walk.say(ARRIVE_TEXTS.arrived).replace('{room}', room))
}

const byPhoto = task(AT_HOTEL, async (phone, walk) => {
  const { see, press, pointAt } = phone
  await openDocuments(phone)
  await pointAt(await photographOf(GUEST, await drawing()))
  await press(PHOTO.offer)
  await see(PHOTO.hints.card)
  await press(PHOTO.take)
  await see(PHOTO.number)
  await arrive(phone, walk, '501')
})

const byCard = task(AT_HOTEL, async (phone, walk) => {
  await openDocuments(phone)
  await typeCard(phone, FRIEND)
  await arrive(phone, walk, '502')
})

const byPermit = task(AT_HOTEL, async (phone, walk) => {
  const { choose, type } = phone
  await openDocuments(phone)
  await choose(KINDS.permit)
  await type(STAYS.name, '陈大文')
  await choose(STAYS.male)
  await type(STAYS.birthdate, '1980-02-03')
  await type(STAYS.from, 'HKG')
  await type(STAYS.address, '广东省广州市南沙区示范路8号')
  await type(STAYS.number, 'H12345678')
  await type(STAYS.validUntil, inDays(1000))
  await arrive(phone, walk, '503')
})

const byPassport = task(AT_HOTEL, async (phone, walk) => {
  const { choose, see, type } = phone
  await openDocuments(phone)
  await choose(KINDS.passport)
  await see(STAYS.abroad)
  await type(STAYS.mrz, ZONE)
  await type(STAYS.visaKind, 'L')
  await type(STAYS.visaNumber, 'A1234567')
  await type(STAYS.visaUntil, inDays(60))
  await type(STAYS.entryDay, inDays(-2))
  await type(STAYS.entryPort, '广州白云机场')
  await type(STAYS.purpose, '旅游')
  await type(STAYS.leavesDay, inDays(5))
  await arrive(phone, walk, '504')
})

const asChild = task(AT_HOTEL, async (phone, walk) => {
  const { choose, press, see, type } = phone
  await openDocuments(phone)
  await choose(KINDS.child)
  await type(STAYS.name, DAUGHTER.name)
  await choose(STAYS.female)
  await type(STAYS.birthdate, DAUGHTER.birth)
  await press(STAYS.compared)
  await see(ARRIVE_TEXTS.dutiesLead)
  await type(ARRIVE_TEXTS.guardian, GUEST.name)
  await type(ARRIVE_TEXTS.contact, '13800000000')
  await choose(ARRIVE_TEXTS.reachedYes)
  await choose(RELATION_TEXTS.parent)
  await choose(ARRIVE_TEXTS.visitorsTold)
  await choose(ARRIVE_TEXTS.suspicionNone)
  await press(ARRIVE_TEXTS.dutiesDone)
  await type(ARRIVE_TEXTS.room, '505')
  await press(ARRIVE_TEXTS.confirmArrival)
  await see(walk.say(ARRIVE_TEXTS.arrived).replace('{room}', '505'))
})

/** From the first page to the stay of a room. */
async function openStay({ see, press, type }: Phone, walk: Walk, room: string): Promise<void> {
  await press(HOTEL.here)
  await see(STAYS.searchHint)
  await type(STAYS.search, room)
  await press(STAYS.search)
  await press(walk.say(STAYS.roomIs).replace('{room}', room))
  await see(STAYS.trail)
}

const joinRoom = task(AT_HOTEL, async (phone, walk) => {
  const { press, see } = phone
  await openStay(phone, walk, '501')
  await press(STAYS.addByDocument)
  await see(STAYS.admitLead)
  await typeCard(phone, FRIEND)
  await press(STAYS.compared)
  const add = walk.say(ARRIVE_TEXTS.addToRoom).replace('{room}', '501')
  await see(add)
  await press(add)
  await see(walk.say(ARRIVE_TEXTS.arrived).replace('{room}', '501'))
})

const changeRoom = task(AT_HOTEL, async (phone, walk) => {
  const { press, see, type } = phone
  await openStay(phone, walk, '502')
  await press(STAYS.changeRoom)
  await type(STAYS.newRoom, '602')
  await press(STAYS.save)
  await see(walk.say(STAYS.roomIs).replace('{room}', '602'))
})

const stayLonger = task(AT_HOTEL, async (phone, walk) => {
  const { press, see, type } = phone
  await openStay(phone, walk, '503')
  await press(STAYS.extend)
  await type(STAYS.newDay, inDays(4))
  await press(STAYS.save)
  await see(STAYS.depart)
})

const leave = task(AT_HOTEL, async (phone, walk) => {
  const { press, see } = phone
  await openStay(phone, walk, '504')
  await press(STAYS.depart)
  await press(walk.say(STAYS.departNow).replace('{room}', '504'))
  await see('已退房')
})

const freezeLost = task(AT_HALL, async ({ press, see, type }) => {
  await see(TEXTS.officer)
  await press(TEXTS.officer)
  await see(OFFICER.codeTitle)
  await press(OFFICER.lostPhone)
  await see(FREEZE.lead)
  await type(CLAIM_LABELS.name, GUEST.name)
  await type(CLAIM_LABELS.id_number, GUEST.number)
  await press(FREEZE.freeze)
  await see(FREEZE.done)
})

/** Of somebody who has no phone with them. */
export const GUEST_TASKS: Tasks = {
  'is checked in by a photo of the card': byPhoto,
  'is checked in by the card, typed': byCard,
  'is checked in by a permit from Hong Kong': byPermit,
  'is checked in by a passport': byPassport,
  'is checked in as a child without a card, with the five duties': asChild,
  'joins the room of somebody else': joinRoom,
  'changes the room': changeRoom,
  'stays longer': stayLonger,
  'checks out': leave,
  'has the ID on a lost phone frozen at a counter': freezeLost,
}
