import type {
  DayFigures,
  DeskSummary,
  HotelRooms,
  RecordLooks,
  ShiftView,
  StayDetails,
  StaySummary,
  WaitingGuestView,
} from '@nansha/shared/api/stays-answers'
import type { CheckFigures, StaffSession } from '@nansha/shared/api/verify'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { TEXTS as HOTEL } from '@nansha/verifier/src/desk/hotel-texts'
import { ARRIVE_TEXTS } from '@nansha/verifier/src/stays/arrive/texts'
import { DAY_TEXTS } from '@nansha/verifier/src/stays/day/texts'
import { ROOMS_TEXTS } from '@nansha/verifier/src/stays/rooms/texts'
import { SHIFT_TEXTS } from '@nansha/verifier/src/stays/shift/texts'
import { KINDS, TEXTS } from '@nansha/verifier/src/stays/texts'
import type { Page } from 'playwright-core'
import { forceAnswer } from './force-answer'
import type { Walk, Words } from './walk'

const HOUR = 3600
const now = () => unixSeconds(Date.now())
const STAY = 'A'.repeat(22)

const SESSION: StaffSession = {
  organisationId: 'nansha-pearl-hotel',
  organisation: { zh: '南沙明珠酒店', en: 'Nansha Pearl Hotel' },
  staff: '王经理',
  role: 'manager',
  enrols: false,
  scenarios: ['hotel'],
  licenceExpiresAt: 1_900_000_000,
}

const GUESTS: readonly WaitingGuestView[] = [
  { guest: 'g1', kind: 'nansha', name: '陈志明', last4: '0012', isMinor: false, needsDuties: false },
  {
    guest: 'g2',
    kind: 'passport',
    name: 'ALEXANDRA KONSTANTINOPOULOU',
    last4: '7731',
    isMinor: false,
    needsDuties: false,
  },
  { guest: 'g3', kind: 'child', name: '陈小雨', last4: '', isMinor: true, needsDuties: false },
]

const stays = (): readonly StaySummary[] => [
  {
    stay: STAY,
    room: '1208',
    guests: GUESTS,
    state: 'corrected',
    arrivedAt: now() - 20 * HOUR,
    until: '2026-12-01',
    reportBy: now() + HOUR,
  },
  {
    stay: 'B'.repeat(22),
    room: '8',
    guests: [{ name: '买买提江·阿卜杜热合曼', last4: '123X' }],
    state: 'reported',
    arrivedAt: now() - 2 * HOUR,
    until: '2026-11-30',
  },
]

const details = (): StayDetails => ({
  ...(stays()[0] as StaySummary),
  revision: 3,
  guests: GUESTS.map((guest) => ({ ...guest, checkedBy: '前台 01', checkedAt: now() - 20 * HOUR })),
  waiting: [],
  looks: 4,
  trail: [
    { at: now() - 20 * HOUR, state: 'arrived', actor: '前台 01', cause: 'arrival', detail: '1206' },
    { at: now() - 19 * HOUR, state: 'reported', actor: '', cause: 'receipt', detail: '' },
    { at: now() - 2 * HOUR, state: 'corrected', actor: '前台 01', cause: 'room', detail: '1206 → 1208' },
  ],
})

const SUMMARY = (): DeskSummary => ({
  arrivedToday: 12,
  here: 42,
  leaving: 7,
  overdue: 2,
  waiting: 3,
  unreported: 4,
  unreportedSince: now() - HOUR,
  reportBy: { at: now() + 2 * HOUR, stay: STAY, room: '1208' },
  differentDays: ['2026-11-24', '2026-11-25'],
})

const DAY: DayFigures = {
  day: '2026-11-26',
  arrivals: 31,
  guests: 52,
  annulled: 1,
  inHouse: { stays: 42, guests: 71 },
  byHour: Array.from({ length: 24 }, (_, hour) => (hour < 11 ? 0 : (hour * 7) % 5)),
  byClerk: [
    { name: '前台 01', guests: 30 },
    { name: '前台 02', guests: 22 },
  ],
  refused: [
    { code: 'TICKET_EXPIRED', count: 3 },
    { code: 'PORTRAIT_MISMATCH', count: 1 },
  ],
  reports: { sent: 50, waiting: 2 },
  compared: { state: 'different', missing: 1, unknown: 0 },
}
const CHECKS: CheckFigures = {
  day: DAY.day,
  shown: 1,
  accepted: 52,
  refused: 4,
  disputed: 1,
  medianSeconds: 9,
  cards: { matches: 2, differs: 1, missing: 1 },
}

const ROOMS: HotelRooms = {
  rooms: [
    { room: '1201', stays: [] },
    { room: '1202', stays: [{ stay: STAY, guests: 2 }] },
    { room: '1203', stays: [] },
    { room: '庭院房1', stays: [{ stay: 'B'.repeat(22), guests: 1 }], isUnlisted: true },
  ],
  isListed: true,
  mayList: true,
}

const SHIFT = (): ShiftView => ({
  own: { shift: STAY, openedAt: now() - 5 * HOUR, arrivals: 12, guests: 19 },
  handedOver: [
    {
      shift: 'B'.repeat(22),
      by: '前台 02',
      closedAt: now() - 5 * HOUR,
      note: '1208 房客人要求明早 6:30 叫醒；押金单在抽屉里。',
      left: { here: 40, overdue: 1, waiting: 2, unreported: 3, warnings: 1 },
    },
  ],
})

const LOOKS = (): RecordLooks => ({
  looks: [
    { look: 'l1', at: now() - 300, name: '前台 01', stay: STAY, room: '1208' },
    { look: 'l2', at: now() - HOUR, name: '王经理', list: 'here', search: '陈' },
  ],
  next: 'more',
})

/** A hotel whose cloud answers as on a busy day. */
async function asManager(page: Page): Promise<void> {
  const answers: Readonly<Record<string, object>> = {
    summary: SUMMARY(),
    list: { stays: stays(), next: 'more' },
    waiting: { parties: [{ stay: STAY, guests: GUESTS }] },
    stay: details(),
    day: DAY,
    rooms: ROOMS,
    shift: SHIFT(),
    looks: LOOKS(),
    arrive: { stay: STAY, room: '1208', guests: 3 },
  }
  for (const [action, answer] of Object.entries(answers))
    await forceAnswer(page, 'stays', action, { ok: true, ...answer })
  await forceAnswer(page, 'verify', 'session', { ok: true, ...SESSION })
  await forceAnswer(page, 'verify', 'day', { ok: true, ...CHECKS })
}

/** Every page of the register of stays, with something in it. */
export async function walkStays({ open, see, press, say }: Walk): Promise<void> {
  const page = await open('verifier', 'desk1', '', asManager)
  await see(page, 'desk-hotel-busy', HOTEL.day)
  for (const [name, at, words] of [
    ['stays-list', '/stays/list/index?list=here', TEXTS.searchHint],
    ['stays-day', '/stays/day/index', DAY_TEXTS.byHour],
    ['stays-rooms', '/stays/rooms/index', ROOMS_TEXTS.roomUnlisted],
    ['stays-shift', '/stays/shift/index', SHIFT_TEXTS.endShift],
    ['stays-looks', '/stays/looks/index', TEXTS.looksLead],
    ['stays-waiting', '/stays/list/index?list=waiting', TEXTS.which],
    ['stay', `/stays/stay/index?stay=${STAY}`, TEXTS.trail],
  ] as const) {
    await page.goto(page.url().replace(/#.*/, `#${at}`))
    await see(page, name, name === 'stays-waiting' ? undefined : words)
    if (name === 'stays-rooms') {
      await press(page, ROOMS_TEXTS.roomEdit)
      await see(page, 'stays-rooms-edit', ROOMS_TEXTS.roomListHint)
    }
  }
  for (const [name, words] of [
    ['stay-depart', TEXTS.depart],
    ['stay-extend', TEXTS.extend],
    ['stay-move', TEXTS.changeRoom],
    ['stay-annul', TEXTS.annul],
  ] as const) {
    await press(page, words)
    await see(page, name, TEXTS.cancel)
    await press(page, TEXTS.cancel)
  }
  await page.goto(page.url().replace(/#.*/, '#/stays/admit/index'))
  for (const kind of ['card', 'permit', 'permanent-resident', 'passport', 'child'] as const) {
    await page.getByText(say(KINDS[kind]), { exact: true }).filter({ visible: true }).first().click()
    await see(page, `admit-${kind}`, TEXTS.compared)
  }
  await press(page, TEXTS.compared)
  await see(page, 'admit-incomplete')
  await page.goto(page.url().replace(/#.*/, `#/stays/arrive/index?stay=${STAY}`))
  await see(page, 'arrive', TEXTS.addByScan)
  await page.close()
}

/** A party that gets its room, one with a minor first. */
export async function walkArrival(walk: Walk): Promise<void> {
  const { open, see, press, say } = walk
  const [adult, , child] = GUESTS as [WaitingGuestView, WaitingGuestView, WaitingGuestView]
  const prepare = (guests: readonly WaitingGuestView[]) => async (page: Page) => {
    await asManager(page)
    await forceAnswer(page, 'stays', 'stay', { ok: false, code: 'STAY_UNKNOWN', details: {} })
    await forceAnswer(page, 'stays', 'waiting', { ok: true, parties: [{ stay: STAY, guests }] })
  }
  const at = `/stays/arrive/index?stay=${STAY}`
  const minor = await open('verifier', 'desk1', at, prepare([adult, { ...child, needsDuties: true }]))
  await see(minor, 'arrive-minor', ARRIVE_TEXTS.dutiesLead)
  await minor.close()
  const page = await open('verifier', 'desk1', at, prepare([adult]))
  const room = page.getByLabel(say(ARRIVE_TEXTS.room), { exact: true }).filter({ visible: true })
  await room.waitFor()
  await see(page, 'arrive-room', ARRIVE_TEXTS.fewer)
  await room.fill('1202')
  await see(page, 'arrive-room-taken', ARRIVE_TEXTS.toThatStay)
  await room.fill('1208')
  await press(page, ARRIVE_TEXTS.confirmArrival)
  await see(page, 'arrived', ARRIVE_TEXTS.next)
  await page.close()
  const none = await open('verifier', 'desk1', at, prepare([]))
  await see(none, 'arrive-nobody', ARRIVE_TEXTS.nobody)
  await none.close()
  await walkCorrection(walk)
}

/** A guest of a party who turns out to be a minor. */
async function walkCorrection({ open, see, press, say }: Walk): Promise<void> {
  const at = `/stays/admit/index?stay=${STAY}&guest=g3&revision=3`
  const page = await open('verifier', 'desk1', at, async (opened) => {
    await asManager(opened)
    const refusal = { ok: false, code: 'MINOR_DUTIES_MISSING', details: {} }
    await forceAnswer(opened, 'stays', 'correct-guest', refusal)
  })
  const type = (label: Words, text: string) =>
    page.getByLabel(say(label), { exact: true }).filter({ visible: true }).fill(text)
  await page.getByText(say(KINDS.child), { exact: true }).filter({ visible: true }).first().click()
  await type(TEXTS.name, '陈小雨')
  await page.getByText(say(TEXTS.female), { exact: true }).filter({ visible: true }).click()
  await type(TEXTS.birthdate, '2019-05-20')
  await press(page, TEXTS.compared)
  await see(page, 'stay-correct-minor', ARRIVE_TEXTS.dutiesLead)
  await page.close()
}
