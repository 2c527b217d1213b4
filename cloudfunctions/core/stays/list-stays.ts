import { dateInChina } from '@nansha/shared/age-in-china'
import type { StayListName } from '@nansha/shared/api/stays'
import type { StayDetails, StayPage, StaySummary, WaitingParties } from '@nansha/shared/api/stays-answers'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { Query } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { STAYS, type Stay } from '../records/stays'
import { WAITING_GUESTS, type WaitingGuest } from '../records/waiting-guests'
import { waitingView } from './admit-guest'
import { guestView } from './guest-view'
import { countLooks, recordLook } from './record-look'
import { reportBy } from './report-by'
import { requireHotel } from './require-hotel'
import type { StayPorts } from './stay-ports'

const PAGE = 30
const BATCH = 100
/** Rooms and names are sealed, so a search opens record after record; a page of it opens so many at most. */
const READ_AT_MOST = 500
/** Of the guests who wait; a party of the greatest size fits in many times. */
const WAITING_PAGE = 120

type Ports = Pick<StayPorts, 'database' | 'now'>

/**
 * A page of an organisation's stays, the latest arrival first, however many there are.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function listStays(
  { database, now }: Ports,
  account: AccountKey,
  asked: {
    readonly list: StayListName
    readonly search?: string | undefined
    readonly after?: string | undefined
  },
): Promise<StayPage> {
  const desk = await requireHotel(database, account)
  const { organisation } = desk
  const search = asked.search?.trim() ?? ''
  await recordLook({ database, now }, desk, null, { at: 'list', list: asked.list, search })
  const stays = database.in(STAYS)
  const query = { organisationId: organisation._id, ...ofList(asked.list, now(), database.command) }
  const isWanted = matcher(search)
  const found: StaySummary[] = []
  let place = asked.after
  for (let read = 0; read < READ_AT_MOST; read += BATCH) {
    const after = place === undefined ? {} : { place: database.command.lt(place) }
    const batch = await stays.find({ ...query, ...after }, { limit: BATCH, orderBy: { place: 'desc' } })
    for (const stay of batch) {
      place = stay.place
      if (!isWanted(stay)) continue
      found.push(stayView(stay))
      if (found.length === PAGE) return { stays: found, next: place }
    }
    if (batch.length < BATCH) return { stays: found }
  }
  return { stays: found, ...(place !== undefined && { next: place }) }
}

function ofList(list: StayListName, now: number, command: StayPorts['database']['command']): Query {
  const today = dateInChina(now)
  switch (list) {
    case 'here':
      return { isHere: true }
    case 'leaving':
      return { isHere: true, until: today }
    case 'overdue':
      return { isHere: true, until: command.lt(today) }
    case 'departed':
      return { isHere: false }
  }
}

/** @param search a room, part of a name, four digits, or a day */
function matcher(search: string): (stay: Stay) => boolean {
  const wanted = search.toUpperCase()
  if (wanted === '') return () => true
  return ({ room, until, arrivedAt, party }) =>
    room.toUpperCase() === wanted ||
    until === wanted ||
    dateInChina(arrivedAt.getTime()) === wanted ||
    party.some(({ name, last4 }) => name.toUpperCase().includes(wanted) || last4 === wanted)
}

/**
 * One stay with its guests and its trail.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, STAY_UNKNOWN (also for another organisation's)
 */
export async function showStay(ports: Ports, account: AccountKey, id: string): Promise<StayDetails> {
  const desk = await requireHotel(ports.database, account)
  const { organisation, staff } = desk
  const stay = await ports.database.in(STAYS).get(id)
  if (stay?.organisationId !== organisation._id) throw new NanshaError('STAY_UNKNOWN')
  await recordLook(ports, desk, id, { at: 'stay', room: stay.room })
  const isManager = staff.role === 'manager'
  const waiting = await ports.database
    .in(WAITING_GUESTS)
    .find({ organisationId: organisation._id, stayId: id }, { limit: BATCH, orderBy: { at: 'asc' } })
  const { guests: _, ...summary } = stayView(stay)
  return {
    ...summary,
    revision: stay.revision,
    guests: stay.party.map((guest) => ({
      ...guestView(guest),
      checkedBy: guest.checkedBy,
      checkedAt: unixSeconds(guest.checkedAt),
      ...(guest.identified && { identified: guest.identified }),
    })),
    waiting: waiting.map(waitingView),
    ...(isManager && { looks: await countLooks(ports, organisation._id, id) }),
    trail: stay.trail.map((change) => ({ ...change, at: unixSeconds(change.at) })),
  }
}

/**
 * A page of who was checked and has no room, party by party, each whole, however many there are.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function listWaiting(
  ports: Ports,
  account: AccountKey,
  asked: { readonly stay?: string | undefined; readonly after?: string | undefined } = {},
): Promise<WaitingParties> {
  const desk = await requireHotel(ports.database, account)
  await recordLook(ports, desk, null, { at: 'list', list: 'waiting', search: '' })
  const { command } = ports.database
  const query = {
    organisationId: desk.organisation._id,
    ...(asked.stay !== undefined && { stayId: asked.stay }),
    ...(asked.after !== undefined && { stayId: command.gt(asked.after) }),
  }
  const waiting = await ports.database
    .in(WAITING_GUESTS)
    .find(query, { limit: WAITING_PAGE, orderBy: { stayId: 'asc' } })
  const parties = [...groupByStay(waiting)]
  // The page may have ended within its last party.
  if (waiting.length === WAITING_PAGE && parties.length > 1) parties.pop()
  const next = waiting.length === WAITING_PAGE ? parties.at(-1)?.[0] : undefined
  const since = (guests: readonly WaitingGuest[]) => Math.min(...guests.map(({ at }) => at.getTime()))
  return {
    parties: parties
      .sort(([, a], [, b]) => since(a) - since(b))
      .map(([stay, guests]) => ({ stay, guests: guests.map(waitingView) })),
    ...(next !== undefined && { next }),
  }
}

function groupByStay(waiting: readonly WaitingGuest[]): Map<string, WaitingGuest[]> {
  const parties = new Map<string, WaitingGuest[]>()
  for (const guest of waiting) parties.set(guest.stayId, [...(parties.get(guest.stayId) ?? []), guest])
  return parties
}

function stayView(stay: Stay): StaySummary {
  const { _id, room, party, state, arrivedAt, until } = stay
  const by = reportBy(stay)
  return {
    stay: _id,
    room,
    guests: party.map(({ name, last4 }) => ({ name, last4 })),
    state,
    arrivedAt: unixSeconds(arrivedAt),
    until,
    ...(by !== undefined && { reportBy: by }),
  }
}
