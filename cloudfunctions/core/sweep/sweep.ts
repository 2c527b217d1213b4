import { discardUploads } from '../enrol/close-enrolment'
import { discardCounterPhotos } from '../enrol/counter/uploads'
import { forEachSettled } from '../function/for-each-settled'
import type { CollectionToken, Query, Stored } from '../platform/database'
import { ALERTS } from '../records/alerts'
import { ATTEMPTS } from '../records/attempts'
import { CARD_CHECKS } from '../records/card-checks'
import { CHILD_CARDS } from '../records/child-cards'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { discardComparison } from '../records/comparison-files'
import { COUNTER_APPLICATIONS } from '../records/counter-applications'
import { COUNTER_CODES } from '../records/counter-codes'
import { CREDENTIAL_OFFERS } from '../records/credential-offers'
import { DECISIONS } from '../records/decisions'
import { DESK_CODES } from '../records/desk-codes'
import { DESK_DIGITS, DIGITS_COUNTS } from '../records/desk-digits'
import { DESK_REPORTS } from '../records/desk-reports'
import { DESK_WARNINGS } from '../records/desk-warnings'
import { DOCUMENT_READINGS } from '../records/document-readings'
import { ENROLMENTS } from '../records/enrolments'
import { FACE_COMPARISONS } from '../records/face-comparisons'
import { GUARDED_CHILDREN } from '../records/guarded-children'
import { GUEST_REPORTS } from '../records/guest-reports'
import { HANDLES } from '../records/handles'
import { HELD_DOCUMENTS } from '../records/held-documents'
import { INVITATIONS } from '../records/invitations'
import { NUMBER_ALARMS } from '../records/number-alarms'
import { OFFICER_APPROVALS } from '../records/officer-approvals'
import { ONLINE_CREDENTIALS } from '../records/online-credentials'
import { OPERATOR_CALLS } from '../records/operator-calls'
import { OTHER_WALLETS } from '../records/other-wallets'
import { PASS_COUNTS } from '../records/pass-counts'
import { READING_DAYS } from '../records/reading-days'
import { discardReading } from '../records/reading-files'
import { REBINDINGS } from '../records/rebindings'
import { RECORD_LOOKS } from '../records/record-looks'
import { REFUSED_CHECKS } from '../records/refused-checks'
import { REPORT_DAYS } from '../records/report-days'
import { REQUESTS } from '../records/requests'
import { SEEN_CAPTURES } from '../records/seen-captures'
import { SEEN_FRAMES } from '../records/seen-frames'
import { SHIFTS } from '../records/shifts'
import { ORGANISATION_SLOTS, SLOTS } from '../records/slots'
import { STAYS } from '../records/stays'
import { USES } from '../records/uses'
import { WAITING_GUESTS } from '../records/waiting-guests'
import { WEBSITE_REPORTS } from '../records/website-reports'
import type { SweepPorts } from './sweep-ports'
import { sweepWithUploads } from './sweep-uploads'

/** Collections whose records are worth nothing after their own `expiresAt`. */
const EXPIRING = [
  ALERTS,
  ATTEMPTS,
  CARD_CHECKS,
  CHILD_CARDS,
  COUNTER_CODES,
  CREDENTIAL_OFFERS,
  DECISIONS,
  DESK_CODES,
  DESK_DIGITS,
  DESK_REPORTS,
  DESK_WARNINGS,
  DIGITS_COUNTS,
  CITIZEN_EVENTS,
  GUARDED_CHILDREN,
  GUEST_REPORTS,
  HANDLES,
  HELD_DOCUMENTS,
  INVITATIONS,
  NUMBER_ALARMS,
  OFFICER_APPROVALS,
  ONLINE_CREDENTIALS,
  OPERATOR_CALLS,
  ORGANISATION_SLOTS,
  OTHER_WALLETS,
  PASS_COUNTS,
  READING_DAYS,
  REBINDINGS,
  RECORD_LOOKS,
  REFUSED_CHECKS,
  REPORT_DAYS,
  REQUESTS,
  SEEN_CAPTURES,
  SEEN_FRAMES,
  SHIFTS,
  SLOTS,
  STAYS,
  USES,
  WAITING_GUESTS,
  WEBSITE_REPORTS,
]

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
  const tasks: Record<string, () => Promise<number>> = {
    [ENROLMENTS.name]: () =>
      sweepWithUploads(ports, ENROLMENTS, (enrolment) => discardUploads(ports, enrolment)),
    [COUNTER_APPLICATIONS.name]: () =>
      sweepWithUploads(ports, COUNTER_APPLICATIONS, (application) =>
        discardCounterPhotos(ports, application),
      ),
    [FACE_COMPARISONS.name]: () =>
      sweepWithUploads(ports, FACE_COMPARISONS, (comparison) => discardComparison(ports, comparison)),
    [DOCUMENT_READINGS.name]: () =>
      sweepWithUploads(ports, DOCUMENT_READINGS, (reading) => discardReading(ports, reading)),
    ...Object.fromEntries(
      EXPIRING.map((collection) => [collection.name, removeWhere(collection, { expiresAt: before(now()) })]),
    ),
  }
  const swept: Record<string, number> = {}
  const runTask = async ([name, task]: [string, () => Promise<number>]) => {
    swept[name] = await task()
  }
  await forEachSettled(Object.entries(tasks), runTask, () => 'Not everything could be swept.')
  return swept
}
