import { dateInChina, startOfDayInChina } from '@nansha/shared/age-in-china'
import type { DayFigures, DeskSummary } from '@nansha/shared/api/stays-answers'
import { DAY_MS, HOUR_MS, unixSeconds } from '@nansha/shared/clock/durations'
import type { ErrorCode } from '@nansha/shared/errors'
import { isAnnulled, isUnreported, STAY_STATES } from '@nansha/shared/stays/stay-states'
import type { Database } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { GUEST_REPORTS } from '../records/guest-reports'
import { REFUSED_CHECKS } from '../records/refused-checks'
import { REPORT_DAYS } from '../records/report-days'
import { STAYS, type Stay } from '../records/stays'
import { WAITING_GUESTS } from '../records/waiting-guests'
import { reportBy } from './report-by'
import { requireHotel, requireManager } from './require-hotel'
import type { StayPorts } from './stay-ports'

type Ports = Pick<StayPorts, 'database' | 'now'>

const BATCH = 100
/** Stays in whose parties guests from abroad are looked for. */
const READ_AT_MOST = 2000

/** Who overstayed by more before they left is missed in figures of former days: when they left is sealed. */
const MOST_OVERDUE_MS = 7 * DAY_MS

/** Differences with the authority that a desk still hears of. */
const TOLD_DAYS = 7

/**
 * What there is to do at a hotel's desk now.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED
 */
export async function summariseDesk({ database, now }: Ports, account: AccountKey): Promise<DeskSummary> {
  const { organisation } = await requireHotel(database, account)
  const organisationId = organisation._id
  const { command } = database
  const today = dateInChina(now())
  const [stays, reports] = [database.in(STAYS), database.in(GUEST_REPORTS)]
  const unsent = { organisationId, state: command.neq('done') }
  const began = { place: command.gte(new Date(startOfDayInChina(today)).toISOString()) }
  const isReal = { state: command.in(STAY_STATES.filter((state) => !isAnnulled(state))) }
  const [arrivedToday, here, leaving, overdue, waiting, unreported, oldest, different, next] =
    await Promise.all([
      stays.count({ organisationId, ...began, ...isReal }),
      stays.count({ organisationId, isHere: true }),
      stays.count({ organisationId, isHere: true, until: today }),
      stays.count({ organisationId, isHere: true, until: command.lt(today) }),
      database.in(WAITING_GUESTS).count({ organisationId }),
      reports.count(unsent),
      reports.find(unsent, { limit: 1, orderBy: { at: 'asc' } }),
      database.in(REPORT_DAYS).find(
        {
          organisationId,
          state: 'different',
          day: command.gte(dateInChina(now() - TOLD_DAYS * DAY_MS)),
        },
        { limit: TOLD_DAYS + 1, orderBy: { day: 'asc' } },
      ),
      nextReportBy(database, organisationId),
    ])
  return {
    arrivedToday,
    here,
    leaving,
    overdue,
    waiting,
    unreported,
    ...(oldest[0] && { unreportedSince: unixSeconds(oldest[0].at) }),
    ...(next && { reportBy: next }),
    differentDays: different.map(({ day }) => day),
  }
}

/**
 * The guest from abroad whose report is due first, among the oldest stays with one of which the authority lacks the newest version.
 * After a long outage hundreds without one may stand before them.
 */
async function nextReportBy(
  database: Database,
  organisationId: string,
): Promise<DeskSummary['reportBy'] | undefined> {
  const { command } = database
  const unreported = { organisationId, state: command.in(STAY_STATES.filter(isUnreported)) }
  let place = ''
  for (let read = 0; read < READ_AT_MOST; read += BATCH) {
    const stays = await database
      .in(STAYS)
      .find({ ...unreported, place: command.gt(place) }, { limit: BATCH, orderBy: { place: 'asc' } })
    const due = stays.flatMap((stay) => {
      const at = reportBy(stay)
      return at === undefined ? [] : [{ at, stay: stay._id, room: stay.room }]
    })
    if (due.length > 0) return due.sort((a, b) => a.at - b.at)[0]
    if (stays.length < BATCH) return undefined
    place = stays.at(-1)?.place ?? place
  }
  return undefined
}

/**
 * A day of an organisation, for its managers.
 *
 * @param day `YYYY-MM-DD` in China
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_SUSPENDED, CALLER_FORBIDDEN for a clerk
 */
export async function dayFigures(
  ports: Ports,
  account: AccountKey,
  { day }: { readonly day: string },
): Promise<DayFigures> {
  const { database } = ports
  const { organisation } = await requireManager(ports.database, account)
  const organisationId = organisation._id
  const from = startOfDayInChina(day)
  const [begin, end] = [new Date(from), new Date(from + DAY_MS)]
  const during = { at: database.command.and(database.command.gte(begin), database.command.lt(end)) }
  const [arrivals, inHouse, refused, reports, compared] = await Promise.all([
    countArrivals(database, organisationId, begin, end),
    countInHouse(database, organisationId, end),
    countRefusals(database, organisationId, during),
    countReports(database, organisationId, day),
    database.in(REPORT_DAYS).get(`${organisationId}.${day}`),
  ])
  return {
    day,
    ...arrivals,
    inHouse,
    refused,
    reports,
    ...(compared && {
      compared: { state: compared.state, missing: compared.missing, unknown: compared.unknown },
    }),
  }
}

async function countArrivals(database: Database, organisationId: string, begin: Date, end: Date) {
  const { command } = database
  const during = command.and(command.gte(begin.toISOString()), command.lt(end.toISOString()))
  const byHour = Array.from({ length: 24 }, () => 0)
  const byClerk = new Map<string, number>()
  let [arrivals, guests, annulled] = [0, 0, 0]
  for await (const stay of database.in(STAYS).scan({ organisationId, place: during })) {
    if (isAnnulled(stay.state)) {
      annulled++
      continue
    }
    arrivals++
    guests += stay.party.length
    const hour = Math.floor((stay.arrivedAt.getTime() - begin.getTime()) / HOUR_MS)
    byHour[hour] = (byHour[hour] ?? 0) + 1
    for (const { checkedBy } of stay.party) byClerk.set(checkedBy, (byClerk.get(checkedBy) ?? 0) + 1)
  }
  return {
    arrivals,
    guests,
    annulled,
    byHour,
    byClerk: [...byClerk]
      .map(([name, count]) => ({ name, guests: count }))
      .sort((a, b) => b.guests - a.guests),
  }
}

/** Stays that were in the house at a moment. */
async function countInHouse(database: Database, organisationId: string, end: Date) {
  const { command } = database
  const stays = database.in(STAYS)
  const arrived = { organisationId, place: command.lt(end.toISOString()) }
  const left = { ...arrived, isHere: false, until: command.gte(dateInChina(end.getTime() - MOST_OVERDUE_MS)) }
  const inHouse = { stays: 0, guests: 0 }
  const add = ({ party }: Stay) => {
    inHouse.stays++
    inHouse.guests += party.length
  }
  for await (const stay of stays.scan({ ...arrived, isHere: true })) add(stay)
  for await (const stay of stays.scan(left)) {
    if (!isAnnulled(stay.state) && stay.departedAt !== null && stay.departedAt >= end) add(stay)
  }
  return inHouse
}

async function countRefusals(database: Database, organisationId: string, during: object) {
  const codes = new Map<ErrorCode, number>()
  const refused = database.in(REFUSED_CHECKS)
  for await (const { code } of refused.scan({ organisationId, ...during }))
    codes.set(code, (codes.get(code) ?? 0) + 1)
  return [...codes].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count)
}

async function countReports(database: Database, organisationId: string, day: string) {
  const reports = database.in(GUEST_REPORTS)
  const [sent, all] = await Promise.all([
    reports.count({ organisationId, day, state: 'done' }),
    reports.count({ organisationId, day }),
  ])
  return { sent, waiting: all - sent }
}
