import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent } from '@nansha/shared/api/enrol'
import { MINUTE_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { type Cap, takeSlots } from '../limits/slots'
import type { AccountKey } from '../records/account-key'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import { uploadPaths } from './uploads'

/** From consent to submission; the photos are taken in between. */
const ENROLMENT_OPEN_MS = 15 * MINUTE_MS
/** Unfinished enrolments an account may have open at once: each may hold two photos. */
const OPEN_ENROLMENTS = 5
/** Enrolments that an account may begin within {@link ENROLMENT_OPEN_MS}, cancelled ones included: each may read eight cards. */
const BEGUN_IN_A_ROW = 20

/** Of an account; whatever ends an enrolment gives its slot back. */
export function openCap({ index }: Pick<EnrolPorts, 'index'>, account: AccountKey): Cap {
  return { id: index('slots', 'open-enrolments', account), most: OPEN_ENROLMENTS }
}

function begunCap({ index }: Pick<EnrolPorts, 'index'>, account: AccountKey): Cap {
  return { id: index('slots', 'begun-enrolments', account), most: BEGUN_IN_A_ROW }
}

/**
 * Opens an enrolment for a citizen who agreed to the processing of their face.
 *
 * @param recheck the phone whose holder only shows their face again
 * @throws NanshaError CONSENT_REQUIRED without consent to the notice in force, ATTEMPTS_EXHAUSTED with too many open or
 *   too many in a row
 */
export async function beginEnrolment(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now' | 'randomId' | 'issuerUrl' | 'registry'>,
  account: AccountKey,
  { consent }: Extract<EnrolEvent, { action: 'begin' }>,
  recheck: Enrolment['recheck'] = null,
): Promise<EnrolBegun> {
  if (!consent.face || consent.version !== CONSENT_VERSION) throw new NanshaError('CONSENT_REQUIRED')
  const { database, now, randomId, issuerUrl, registry } = ports
  const begunAt = new Date(now())
  const enrolment: Enrolment = {
    _id: randomId(),
    account,
    consent: { version: consent.version, at: begunAt },
    nonce: randomId(),
    reading: null,
    reads: 0,
    session: null,
    challenge: null,
    challenges: [],
    checked: null,
    checks: 0,
    filming: null,
    recheck,
    state: 'begun',
    expiresAt: new Date(begunAt.getTime() + ENROLMENT_OPEN_MS),
  }
  const slot = { id: enrolment._id, count: 1, until: enrolment.expiresAt }
  await database.transaction(async (transaction) => {
    await takeSlots(transaction, openCap(ports, account), slot, now())
    await takeSlots(transaction, begunCap(ports, account), slot, now())
    await transaction.in(ENROLMENTS).insert(enrolment)
  })
  return {
    enrolmentId: enrolment._id,
    audience: issuerUrl,
    nonce: enrolment.nonce,
    expiresAt: unixSeconds(enrolment.expiresAt),
    capture: registry.capture ? 'platform' : 'guided',
    networkId: registry.networkId !== undefined,
    uploads: uploadPaths(enrolment._id),
  }
}
