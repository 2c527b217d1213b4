import type { GuestDocument } from '@nansha/shared/api/guest-document'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { StayDetails, WaitingGuestView } from '@nansha/shared/api/stays-answers'
import { isInHouse } from '@nansha/shared/stays/stay-states'
import { NOW } from '#support/clock'

/** A stand-in for the function `stays` of one hotel, which keeps what it is told. */
export interface DeskStays {
  /** What was asked, but for the background's summary. */
  readonly events: StaysEvent[]
  /** What a photo of a card says. */
  read: object
  /** What the list of work says, in place of what there is. */
  summary: object | undefined
  /** A scanned guest waits for a room. */
  wait(stay: string): void
  /** The authority has everything. */
  report(): void
  answer(event: StaysEvent): object
}

const AT = NOW

/** What the function answers, by action; what is absent here is no event of its own. */
type Answers = { readonly [Action in StaysEvent['action']]?: (event: EventOf<Action>) => object }
type EventOf<Action> = Extract<StaysEvent, { readonly action: Action }>

export function createDeskStays(): DeskStays {
  const parties = createParties()
  const register = createRegister(parties)
  const photos = createPhotos(parties)
  const answers: Answers = {
    ...parties.answers,
    ...photos.answers,
    ...register.answers,
    ...createShift(),
    ...FIXED,
  }
  const events: StaysEvent[] = []
  return {
    events,
    summary: undefined,
    get read() {
      return photos.shown.card
    },
    set read(card) {
      photos.shown.card = card
    },
    wait: (stay) => parties.push(stay, SCANNED(stay)),
    report: register.report,
    answer(event) {
      if (event.action === 'summary') return this.summary ?? summarise(parties, register)
      events.push(event)
      const answer = answers[event.action] as ((event: StaysEvent) => object) | undefined
      return answer?.(event) ?? { ok: false, code: 'INPUT_INVALID' }
    },
  }
}

const SCANNED = (stay: string): WaitingGuestView => ({
  guest: `guest-of-${stay}`,
  kind: 'nansha',
  name: '欧阳思南',
  last4: '002X',
  isMinor: false,
  needsDuties: false,
})

/** Guests who wait for a room, by stay. */
function createParties() {
  const waiting = new Map<string, WaitingGuestView[]>()
  const push = (stay: string, guest: WaitingGuestView) =>
    void waiting.set(stay, [...(waiting.get(stay) ?? []), guest])
  const changeEach = (change: (guests: WaitingGuestView[]) => WaitingGuestView[]) => {
    for (const [stay, guests] of waiting) waiting.set(stay, change(guests))
    return {}
  }
  const answers = {
    waiting: (event) => ({
      parties: [...waiting]
        .filter(([stay]) => event.stay === undefined || event.stay === stay)
        .map(([stay, guests]) => ({ stay, guests })),
    }),
    admit(event) {
      push(event.stay, guestOf(event.guest, event.document))
      return {}
    },
    duties: (event) =>
      changeEach((guests) =>
        guests.map((one) => (one.guest === event.guest ? { ...one, needsDuties: false } : one)),
      ),
    'turn-away': (event) => changeEach((guests) => guests.filter(({ guest }) => guest !== event.guest)),
  } satisfies Answers
  return { waiting, push, answers }
}

/** Photos of documents and guests, which show what `shown` says. */
function createPhotos({ push }: ReturnType<typeof createParties>) {
  const shown = { card: { kind: 'card', name: '李娜', last4: '1234' } as object, isPassport: false }
  const upload = `readings/${'r'.repeat(22)}`
  const answers = {
    'photograph-document'(event) {
      shown.isPassport = event.document === 'passport'
      return { upload }
    },
    'photograph-guest': () => ({ upload }),
    'read-document': () =>
      shown.isPassport ? { kind: 'passport', name: 'ERIKSSON ANNA', last4: '02C3' } : shown.card,
    'compare-guest': () => ({ answer: 'same' }),
    'admit-read'({ stay, guest, document }) {
      const name = 'name' in document ? document.name : 'ERIKSSON ANNA'
      push(stay, { guest, kind: document.kind, name, last4: '1234', isMinor: false, needsDuties: false })
      return {}
    },
    'discard-read': () => ({}),
  } satisfies Answers
  return { shown, answers }
}

/** The stays of the hotel, each with its trail. */
function createRegister({ waiting }: ReturnType<typeof createParties>) {
  const stays = new Map<string, StayDetails>()
  const change = (stay: string, changes: Partial<StayDetails>, cause: string, detail: string) => {
    const former = stays.get(stay)
    if (!former) return { ok: false, code: 'STAY_UNKNOWN' }
    const state = changes.state ?? 'corrected'
    const trail = [...former.trail, { at: AT, state, actor: '林晓', cause, detail }]
    stays.set(stay, { ...former, state, ...changes, revision: former.revision + 1, trail })
    return { revision: former.revision + 1 }
  }
  const all = () => [...stays.values()]
  const answers = {
    arrive({ stay, room, until }) {
      const guests = waiting.get(stay) ?? []
      waiting.delete(stay)
      stays.set(stay, {
        stay,
        room,
        state: 'arrived',
        arrivedAt: AT,
        until,
        revision: 1,
        guests: guests.map((guest) => ({ ...guest, checkedBy: '林晓', checkedAt: AT })),
        waiting: [],
        trail: [{ at: AT, state: 'arrived', actor: '林晓', cause: 'arrival', detail: room }],
      })
      return { stay, room, guests: guests.length }
    },
    move: ({ stay, room }) => change(stay, { room }, 'room', room),
    extend: ({ stay, until }) => change(stay, { until }, 'extension', until),
    depart: ({ stay }) => change(stay, { state: 'departed' }, 'departure', ''),
    annul: ({ stay, reason }) => change(stay, { state: 'annulled' }, 'annulment', reason),
    rooms: () => ({
      rooms: [
        { room: '807', stays: [] },
        ...all()
          .filter(isHere)
          .map(({ room, stay, guests }) => ({ room, stays: [{ stay, guests: guests.length }] })),
      ],
      isListed: true,
      mayList: true,
    }),
    'set-rooms': () => ({}),
    list: ({ list }) => ({ stays: all().filter((stay) => isHere(stay) === (list !== 'departed')) }),
    stay: ({ stay }) => stays.get(stay) ?? { ok: false, code: 'STAY_UNKNOWN' },
  } satisfies Answers
  return {
    all,
    answers,
    report() {
      for (const [id, stay] of stays)
        stays.set(id, { ...stay, state: isHere(stay) ? 'reported' : 'departure-reported' })
    },
  }
}

function isHere({ state }: StayDetails): boolean {
  return isInHouse(state)
}

function summarise(
  { waiting }: ReturnType<typeof createParties>,
  { all }: Pick<ReturnType<typeof createRegister>, 'all'>,
) {
  const unreported = all().filter(({ state }) => !state.endsWith('reported')).length
  return {
    arrivedToday: all().length,
    here: all().filter(isHere).length,
    leaving: 0,
    overdue: 0,
    waiting: [...waiting.values()].flat().length,
    unreported,
    ...(unreported > 0 && { unreportedSince: AT }),
    differentDays: [],
  }
}

/** A shift that is open at first, and the one before it. */
function createShift() {
  let isOpen = true
  const turn = (isOpenNow: boolean) => {
    isOpen = isOpenNow
    return {}
  }
  return {
    shift: () => ({
      ...(isOpen && { own: { shift: 'own', openedAt: AT, arrivals: 4, guests: 7 } }),
      handedOver: [
        {
          shift: 'before',
          by: '陈静',
          closedAt: AT - 60,
          note: '808 房 6 点叫早；前台打印机缺纸。',
          left: { here: 12, overdue: 1, waiting: 0, unreported: 2, warnings: 1 },
        },
      ],
    }),
    'open-shift': () => turn(true),
    'close-shift': () => turn(false),
  } satisfies Answers
}

/** A manager's lists, the same whatever was done. */
const FIXED = {
  looks: () => ({
    looks: [
      { look: 'a', at: AT + 60, name: '林晓', list: 'departed', search: '欧阳' },
      { look: 'b', at: AT, name: '陈静', room: '808', stay: 'stay' },
    ],
  }),
  day: ({ day }) => ({
    day,
    arrivals: 12,
    guests: 19,
    annulled: 1,
    byHour: Array.from({ length: 24 }, (_, hour) => (hour > 13 ? hour % 5 : 0)),
    byClerk: [{ name: '林晓', guests: 19 }],
    refused: [{ code: 'TICKET_REPLAYED', count: 2 }],
    reports: { sent: 11, waiting: 1 },
    compared: { state: 'equal', missing: 0, unknown: 0 },
  }),
} satisfies Answers

function guestOf(guest: string, document: GuestDocument): WaitingGuestView {
  const isMinor = document.kind === 'child'
  const name = document.kind === 'passport' ? 'ERIKSSON ANNA' : document.name
  const last4 = document.kind === 'card' ? document.idNumber.slice(-4) : ''
  return { guest, kind: document.kind, name, last4, isMinor, needsDuties: isMinor }
}
