import { type Edges, list, members, oneOf, optional, text, whole, YES, YES_OR_NO } from './edges'
import { ADDRESS, COUNTRY, DAY, GROUP, ID, NAME, NUMBER, shown, upTo } from './fields'

type Fields = Readonly<Record<string, Edges>>

const SEX = oneOf('male', 'female')
const PAPER = text(['A1234', ' a12345678901234567 '], ['', 'A123', 'A123456789012345678', 'A-1234', 'Ａ1234'])
const PERSON = { name: NAME, sex: SEX, birthdate: DAY, compared: YES }
const VISA = members({ kind: shown(20), number: PAPER, validUntil: DAY })
const ENTRY = members({ day: DAY, port: shown(40) })
const DOCUMENTS: Record<string, Fields> = {
  card: { name: NAME, idNumber: NUMBER, ethnicity: GROUP, address: ADDRESS, compared: YES },
  permit: { ...PERSON, number: PAPER, from: COUNTRY, validUntil: DAY, address: ADDRESS },
  'permanent-resident': {
    ...PERSON,
    chineseName: optional(NAME),
    number: NUMBER,
    nationality: COUNTRY,
    validUntil: DAY,
  },
  passport: {
    mrz: upTo(120),
    visa: VISA,
    entry: ENTRY,
    purpose: shown(40),
    leaves: DAY,
    compared: YES,
  },
  child: { ...PERSON, idNumber: optional(NUMBER) },
}
const READ: Record<string, Fields> = {
  card: { name: NAME, ethnicity: optional(GROUP), address: optional(ADDRESS), compared: YES },
  permit: { name: NAME, address: optional(ADDRESS), validUntil: DAY, compared: YES },
  'permanent-resident': { name: NAME, chineseName: optional(NAME), compared: YES },
  passport: { visa: VISA, entry: ENTRY, purpose: shown(40), leaves: DAY, compared: YES },
}
const byKind = (kinds: Record<string, Fields>): Edges => {
  const all = Object.entries(kinds).map(([kind, fields]) => members({ kind: oneOf(kind), ...fields }))
  return {
    good: all.flatMap(({ good }) => good) as unknown as Edges['good'],
    bad: all.flatMap(({ bad }) => bad),
  }
}
const DUTIES = members({
  guardian: NAME,
  contact: text(
    ['0000000', '+8613800000000', '020 8498-0000', '1'.repeat(20)],
    ['', '12345', '1'.repeat(21), '1234567-'],
  ),
  guardianReached: YES_OR_NO,
  relation: oneOf('parent', 'guardian', 'relative', 'teacher', 'friend', 'stranger', 'alone'),
  visitorsControlled: YES,
  suspicion: oneOf('none', 'police-called'),
})
const ROOM = shown(12)
const orEmpty = ({ good, bad }: Edges): Edges => ({
  good: ['', ...good] as unknown as Edges['good'],
  bad: bad.filter((one) => one !== ''),
})
const AT_REVISION = { stay: ID, revision: whole(1, Number.MAX_SAFE_INTEGER) }
/** What each action of the function `stays` takes. */
export const STAYS: Record<string, Fields> = {
  summary: {},
  waiting: { stay: optional(ID), after: optional(upTo(120)) },
  admit: { stay: ID, guest: ID, document: byKind(DOCUMENTS) },
  'photograph-document': { stay: ID, guest: ID, document: oneOf('card', 'passport') },
  'read-document': { guest: ID, photo: upTo(512) },
  'photograph-guest': { guest: ID, consented: YES },
  'compare-guest': { guest: ID, photo: upTo(512) },
  'admit-read': { stay: ID, guest: ID, document: byKind(READ) },
  'discard-read': { guest: ID },
  duties: { guest: ID, duties: DUTIES },
  'turn-away': { guest: ID },
  arrive: { stay: ID, room: ROOM, until: DAY },
  'add-guests': AT_REVISION,
  move: { ...AT_REVISION, room: ROOM },
  extend: { ...AT_REVISION, until: DAY },
  'correct-guest': { ...AT_REVISION, guest: ID, document: byKind(DOCUMENTS), duties: optional(DUTIES) },
  'remove-guest': { ...AT_REVISION, guest: ID },
  depart: AT_REVISION,
  annul: { ...AT_REVISION, reason: oneOf('nobody-stayed', 'entered-twice', 'wrong-guests') },
  shift: {},
  'open-shift': { shift: ID, takes: list(ID, 0, 10) },
  'close-shift': { shift: ID, note: orEmpty(shown(300)), warnings: whole(0, 20) },
  rooms: {},
  'set-rooms': { rooms: list(ROOM, 0, 2000) },
  list: {
    list: oneOf('here', 'leaving', 'overdue', 'departed'),
    search: optional(shown(40)),
    after: optional(upTo(120)),
  },
  stay: { stay: ID },
  looks: { stay: optional(ID), after: optional(upTo(120)) },
  day: { day: DAY },
}
