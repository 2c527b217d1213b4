import { dateInChina, startOfDayInChina } from '@nansha/shared/age-in-china'
import { MOST_GUESTS } from '@nansha/shared/api/stays'
import type { Arrived } from '@nansha/shared/api/stays-answers'
import { DAY_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { needsDuties } from '../guests/wait-for-room'
import { removeWaiting } from '../limits/waiting-party'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { type PartyGuest, STAYS, type Stay } from '../records/stays'
import { WAITING_GUESTS } from '../records/waiting-guests'
import { readDesk, requireEntitlement, requireScenario } from '../verify/require-entitlement'
import { queueReport } from './queue-report'
import type { StayPorts } from './stay-ports'

const LONGEST_STAY_MS = 366 * DAY_MS

/**
 * Gives everybody who waits under a stay their room, and queues the report of it, in one transaction. The same again, whose
 * answer was lost, answers the same, as long as nobody waits whom that answer would seem to have given the room.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_…, STAY_DAY, STAY_WITHOUT_GUEST, STAY_FULL, MINOR_DUTIES_MISSING,
 *   STAY_UNKNOWN when the stay is another's, STAY_ENDED when it is over, STAY_CHANGED when guests wait to be added to it
 */
export async function arrive(
  ports: StayPorts,
  account: AccountKey,
  asked: { readonly stay: string; readonly room: string; readonly until: string },
): Promise<Arrived> {
  const { organisation } = await requireEntitlement(ports, account, 'hotel')
  const ids = await findWaiting(ports, organisation._id, asked.stay)
  return ports.database.transaction(async (transaction) => {
    const desk = await readDesk(transaction, account)
    requireScenario(desk, 'hotel', ports.now())
    const known = await transaction.in(STAYS).get(asked.stay)
    if (known) return sameAgain(transaction, known, desk.organisation._id, asked, ids)
    requireDay(asked.until, ports.now())

    const party = await takeWaiting(transaction, desk.organisation._id, asked.stay, ids, ports.now())
    requireParty(party)
    const at = new Date(ports.now())
    const stay: Stay = {
      _id: asked.stay,
      organisationId: desk.organisation._id,
      state: 'arrived',
      isHere: true,
      place: `${at.toISOString()}.${asked.stay}`,
      revision: 1,
      room: asked.room,
      arrivedAt: at,
      arrivedBy: account,
      until: asked.until,
      departedAt: null,
      party,
      trail: [{ at, state: 'arrived', actor: desk.staff.name, cause: 'arrival', detail: asked.room }],
      expiresAt: keptUntil(asked.until, ports.keptDays),
    }
    await transaction.in(STAYS).insert(stay)
    await queueReport(transaction, stay, 'arrival', desk.organisation, at)
    return { stay: stay._id, room: stay.room, guests: party.length }
  })
}

/** The ids of who waits under a stay, one more than a party may have. */
export async function findWaiting(
  { database }: Pick<StayPorts, 'database'>,
  organisationId: string,
  stayId: string,
): Promise<string[]> {
  const waiting = await database
    .in(WAITING_GUESTS)
    .find({ organisationId, stayId }, { limit: MOST_GUESTS + 1 })
  return waiting.map(({ _id }) => _id)
}

/** Takes guests out of those who wait; one whom somebody else took meanwhile is not in it. */
export async function takeWaiting(
  transaction: Transaction,
  organisationId: string,
  stayId: string,
  ids: readonly string[],
  now: number,
): Promise<PartyGuest[]> {
  const party: PartyGuest[] = []
  for (const id of ids) {
    const waiting = await transaction.in(WAITING_GUESTS).get(id)
    if (waiting?.organisationId !== organisationId || waiting.stayId !== stayId) continue
    party.push(waiting.guest)
    await removeWaiting(transaction, waiting, now)
  }
  return party
}

/** @throws NanshaError STAY_WITHOUT_GUEST, STAY_FULL, MINOR_DUTIES_MISSING */
export function requireParty(party: readonly PartyGuest[]): void {
  if (party.length === 0) throw new NanshaError('STAY_WITHOUT_GUEST')
  if (party.length > MOST_GUESTS) throw new NanshaError('STAY_FULL')
  if (party.some(needsDuties)) throw new NanshaError('MINOR_DUTIES_MISSING')
}

/** @throws NanshaError STAY_DAY unless the day is after today and within a year */
export function requireDay(until: string, now: number): void {
  if (until <= dateInChina(now) || until > dateInChina(now + LONGEST_STAY_MS))
    throw new NanshaError('STAY_DAY')
}

/** @param lastDay `YYYY-MM-DD` in China */
export function keptUntil(lastDay: string, keptDays: number): Date {
  return new Date(startOfDayInChina(lastDay) + (keptDays + 1) * DAY_MS)
}

async function sameAgain(
  transaction: Transaction,
  stay: Stay,
  organisationId: string,
  asked: { readonly room: string },
  ids: readonly string[],
): Promise<Arrived> {
  if (stay.organisationId !== organisationId || stay.trail[0]?.detail !== asked.room)
    throw new NanshaError('STAY_UNKNOWN')
  if (!stay.isHere) throw new NanshaError('STAY_ENDED')
  for (const id of ids) {
    const waiting = await transaction.in(WAITING_GUESTS).get(id)
    if (waiting?.stayId === stay._id) throw new NanshaError('STAY_CHANGED')
  }
  return { stay: stay._id, room: stay.room, guests: stay.party.length }
}
