import { DAY_MS } from '@nansha/shared/clock/durations'
import { discardUploads } from '../enrol/close-enrolment'
import { discardCounterPhotos } from '../enrol/counter/uploads'
import { doWithEach } from '../function/do-with-each'
import type { CollectionToken, Query, Stored } from '../platform/database'
import { ATTEMPTS } from '../records/attempts'
import { COUNTER_APPLICATIONS } from '../records/counter-applications'
import { COUNTER_CODES } from '../records/counter-codes'
import { DECISIONS } from '../records/decisions'
import { DESK_CODES } from '../records/desk-codes'
import { ENROLMENTS } from '../records/enrolments'
import { EVENTS } from '../records/events'
import { HANDLES } from '../records/handles'
import { INVITATIONS } from '../records/invitations'
import { NUMBER_ALARMS } from '../records/number-alarms'
import { OFFICER_DAYS } from '../records/officer-days'
import { ONLINE_CREDENTIALS } from '../records/online-credentials'
import { OPERATOR_CALLS } from '../records/operator-calls'
import { PASS_DAYS } from '../records/pass-days'
import { REBINDINGS } from '../records/rebindings'
import { REFUSED_CHECKS } from '../records/refused-checks'
import { REQUESTS } from '../records/requests'
import { SEEN_CAPTURES } from '../records/seen-captures'
import { SEEN_FRAMES } from '../records/seen-frames'
import { ORGANISATION_SLOTS, SLOTS } from '../records/slots'
import { STAYS } from '../records/stays'
import { USES } from '../records/uses'
import type { SweepPorts } from './sweep-ports'
import { sweepWithUploads } from './sweep-uploads'

/** Collections whose records are worth nothing after their own `expiresAt`. */
const EXPIRING = [
  ATTEMPTS,
  COUNTER_CODES,
  DECISIONS,
  DESK_CODES,
  EVENTS,
  HANDLES,
  INVITATIONS,
  NUMBER_ALARMS,
  OFFICER_DAYS,
  ONLINE_CREDENTIALS,
  OPERATOR_CALLS,
  ORGANISATION_SLOTS,
  PASS_DAYS,
  REBINDINGS,
  REFUSED_CHECKS,
  REQUESTS,
  SEEN_CAPTURES,
  SEEN_FRAMES,
  SLOTS,
  USES,
]

/** How long hotels' registers of guests are kept: as long as the decision records, docs/privacy.md. */
const STAYS_KEPT_MS = 3 * 365 * DAY_MS

/**
 * Deletes what has outlived its purpose, above all the photos of enrolments that nobody finished or that crashed. What
 * cannot be deleted keeps nothing else from going.
 *
 * @returns how many records went, by collection
 * @throws AggregateError after the last collection, when one of them failed
 */
export async function sweep(ports: SweepPorts): Promise<Record<string, number>> {
  const { database, now } = ports
  const before = (time: number) => database.command.lt(new Date(time))
  const removeWhere = (collection: CollectionToken<Stored>, query: Query) => () =>
    database.in(collection).removeWhere(query)
  const rounds: Record<string, () => Promise<number>> = {
    [ENROLMENTS.name]: () =>
      sweepWithUploads(ports, ENROLMENTS, (enrolment) => discardUploads(ports, enrolment)),
    [COUNTER_APPLICATIONS.name]: () =>
      sweepWithUploads(ports, COUNTER_APPLICATIONS, (application) =>
        discardCounterPhotos(ports, application),
      ),
    ...Object.fromEntries(
      EXPIRING.map((collection) => [collection.name, removeWhere(collection, { expiresAt: before(now()) })]),
    ),
    [STAYS.name]: removeWhere(STAYS, { at: before(now() - STAYS_KEPT_MS) }),
  }
  const swept: Record<string, number> = {}
  const sweepRound = async ([name, round]: [string, () => Promise<number>]) => {
    swept[name] = await round()
  }
  await doWithEach(Object.entries(rounds), sweepRound, () => 'Not everything could be swept.')
  return swept
}
