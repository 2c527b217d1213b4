import { randomId } from '@nansha/core/function/random-id'
import { admitGuest, correctGuest, doDuties, turnAway } from '@nansha/core/stays/admit-guest'
import { arrive } from '@nansha/core/stays/arrive'
import {
  addGuests,
  annulStay,
  departStay,
  extendStay,
  moveStay,
  removeGuest,
} from '@nansha/core/stays/change-stay'
import { listRooms, setRooms } from '@nansha/core/stays/hotel-rooms'
import { listStays, listWaiting, showStay } from '@nansha/core/stays/list-stays'
import { discardRead } from '@nansha/core/stays/reading/admit-read'
import { listLooks } from '@nansha/core/stays/record-look'
import { closeShift, openShift, showShift } from '@nansha/core/stays/shifts'
import { dayFigures, summariseDesk } from '@nansha/core/stays/summarise-desk'
import { StaysEvent } from '@nansha/shared/api/stays'
import { expect, test } from 'vitest'
import { CARD, CHILD, createHotel, DUTIES } from '#support/hotel'
import { createReadingDesk } from '#support/reading-desk'
import { CLERK, OTHER_CLERK } from '#support/world'

test('staff of one hotel read and change nothing of another’s, whichever action they take', async () => {
  const hotel = await createOccupiedHotel()
  // Who looked is noted under the stranger's own organisation.
  const written = () => {
    const { recordLooks: _, ...dump } = hotel.desk.database.raw.dump()
    return JSON.stringify(dump)
  }
  const before = written()
  const attempts = attemptsOf(hotel)
  for (const [action, [attempt, expected]] of Object.entries(attempts)) {
    const answer = await attempt().catch((error: unknown) => error)
    expect({ action, answer }).toMatchObject({ action, answer: expected })
  }
  expect(Object.keys(attempts).sort()).toEqual(
    StaysEvent.options.map(({ entries }) => entries.action.literal).sort(),
  )
  expect(written()).toBe(before)

  const { stay, ports } = hotel
  await admitGuest(ports, OTHER_CLERK, { stay, guest: randomId(), document: CARD })
  expect((await showStay(ports, CLERK, stay)).waiting.map(({ kind }) => kind)).toEqual(['child'])
})

test('a stay named like another hotel’s is refused, and tells nothing of it', async () => {
  const hotel = await createHotel()
  const stay = await hotel.checkIn()
  await admitGuest(hotel.stayPorts, OTHER_CLERK, { stay, guest: randomId(), document: CARD })
  const answer = await arrive(hotel.stayPorts, OTHER_CLERK, { stay, room: '808', until: hotel.day(2) }).catch(
    (error: unknown) => error,
  )
  expect(answer).toMatchObject({ code: 'STAY_UNKNOWN' })
  await expect(showStay(hotel.stayPorts, OTHER_CLERK, randomId())).rejects.toMatchObject({
    code: 'STAY_UNKNOWN',
  })
})

type Hotel = Awaited<ReturnType<typeof createOccupiedHotel>>

/** A hotel with a stay, a child that waits, a document being read, and two shifts. */
async function createOccupiedHotel() {
  const desk = await createReadingDesk()
  const ports = desk.stayPorts
  const stay = await desk.checkIn()
  await desk.readOne()
  const face = await desk.upload((await desk.facePlace()).upload, 'the guest')
  const child = await desk.admit(stay, CHILD)
  const [guest] = desk.stays()[0]?.party ?? []
  if (!guest) throw new Error('There is no guest.')
  const [shift, openedShift] = [randomId(), randomId()]
  await openShift(ports, CLERK, { shift, takes: [] })
  await closeShift(ports, CLERK, { shift, note: '', warnings: 0 })
  await openShift(ports, CLERK, { shift: openedShift, takes: [] })
  return { desk, ports, stay, face, child, guest, shift, openedShift }
}

/** What each action answers a stranger who knows every id. */
function attemptsOf({
  desk: hotel,
  ports,
  stay,
  face,
  child,
  guest,
  shift,
  openedShift,
}: Hotel): Record<StaysEvent['action'], [() => Promise<unknown>, object]> {
  const seen = { stay, revision: 1 }
  const unknown = { code: 'STAY_UNKNOWN' }
  const unread = { code: 'READING_UNKNOWN' }
  return {
    summary: [
      () => summariseDesk(ports, OTHER_CLERK),
      { arrivedToday: 0, here: 0, waiting: 0, unreported: 0 },
    ],
    waiting: [() => listWaiting(ports, OTHER_CLERK), { parties: [] }],
    list: [() => listStays(ports, OTHER_CLERK, { list: 'here', search: '808' }), { stays: [] }],
    stay: [() => showStay(ports, OTHER_CLERK, stay), unknown],
    looks: [() => listLooks(ports, OTHER_CLERK, { stay }), { code: 'CALLER_FORBIDDEN' }],
    day: [() => dayFigures(ports, OTHER_CLERK, { day: hotel.day(0) }), { code: 'CALLER_FORBIDDEN' }],
    duties: [() => doDuties(ports, OTHER_CLERK, { guest: child.guest, duties: DUTIES }), unknown],
    'turn-away': [() => turnAway(ports, OTHER_CLERK, { guest: child.guest }), unknown],
    arrive: [() => arrive(ports, OTHER_CLERK, { stay, room: '808', until: hotel.day(2) }), unknown],
    'add-guests': [() => addGuests(ports, OTHER_CLERK, seen), unknown],
    move: [() => moveStay(ports, OTHER_CLERK, { ...seen, room: '1' }), unknown],
    extend: [() => extendStay(ports, OTHER_CLERK, { ...seen, until: hotel.day(9) }), unknown],
    'correct-guest': [
      () => correctGuest(ports, OTHER_CLERK, { ...seen, guest: guest.id, document: CARD }),
      unknown,
    ],
    'remove-guest': [() => removeGuest(ports, OTHER_CLERK, { ...seen, guest: guest.id }), unknown],
    depart: [() => departStay(ports, OTHER_CLERK, seen), unknown],
    annul: [() => annulStay(ports, OTHER_CLERK, { ...seen, reason: 'nobody-stayed' }), unknown],
    shift: [() => showShift(ports, OTHER_CLERK), { handedOver: [] }],
    'open-shift': [
      () => openShift(ports, OTHER_CLERK, { shift: randomId(), takes: [shift] }),
      { code: 'SHIFT_CHANGED' },
    ],
    'close-shift': [
      () => closeShift(ports, OTHER_CLERK, { shift: openedShift, note: '', warnings: 0 }),
      { code: 'SHIFT_CHANGED' },
    ],
    rooms: [() => listRooms(ports, OTHER_CLERK), { rooms: [], isListed: false, mayList: false }],
    'set-rooms': [() => setRooms(ports, OTHER_CLERK, { rooms: ['1'] }), { code: 'CALLER_FORBIDDEN' }],
    'photograph-document': [() => hotel.place('card', OTHER_CLERK), unread],
    'read-document': [() => hotel.read(face, OTHER_CLERK), unread],
    'photograph-guest': [() => hotel.facePlace(OTHER_CLERK), unread],
    'compare-guest': [() => hotel.compare(face, OTHER_CLERK), unread],
    'admit-read': [() => hotel.admitRead(undefined, OTHER_CLERK), unread],
    'discard-read': [() => discardRead(hotel.ports, OTHER_CLERK, { guest: hotel.guest }), unread],
    // Their own guest under the same stay: the other hotel never sees them.
    admit: [async () => ({}), {}],
  }
}
