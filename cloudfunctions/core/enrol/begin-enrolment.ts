import { CONSENT_VERSION, type EnrolBegun, type EnrolEvent } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { AccountKey } from '../records/account-key'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import { uploadPaths } from './uploads'

/** From consent to submission; the photos are taken in between. */
const OPEN_FOR_MS = 15 * 60_000
/** Unfinished enrolments an account may have open at once: each may hold two photos. */
const OPEN_AT_ONCE = 5
/** Enrolments that an account may begin within {@link OPEN_FOR_MS}, cancelled ones included: each may read eight cards. */
const BEGUN_IN_A_ROW = 20

/**
 * Opens an enrolment for a citizen who agreed to the processing of their face.
 *
 * @throws NanshaError CONSENT_REQUIRED without consent to the notice in force, ATTEMPTS_EXHAUSTED with too many open or
 *   too many in a row
 */
export async function beginEnrolment(
  {
    database,
    now,
    randomId,
    issuerUrl,
    registry,
  }: Pick<EnrolPorts, 'database' | 'now' | 'randomId' | 'issuerUrl' | 'registry'>,
  account: AccountKey,
  { consent }: Extract<EnrolEvent, { action: 'begin' }>,
): Promise<EnrolBegun> {
  if (!consent.face || consent.version !== CONSENT_VERSION) throw new NanshaError('CONSENT_REQUIRED')
  const enrolments = database.collection<Enrolment>(ENROLMENTS)
  const begunAt = new Date(now())
  const recent = { account, expiresAt: database.command.gt(begunAt) }
  const open = await enrolments.count({ ...recent, state: 'begun' })
  if (open >= OPEN_AT_ONCE || (await enrolments.count(recent)) >= BEGUN_IN_A_ROW)
    throw new NanshaError('ATTEMPTS_EXHAUSTED')

  const enrolment: Enrolment = {
    _id: randomId(),
    account,
    consent: { version: consent.version, at: begunAt },
    nonce: randomId(),
    reading: null,
    reads: 0,
    session: null,
    challenge: null,
    filmedFrom: null,
    state: 'begun',
    expiresAt: new Date(begunAt.getTime() + OPEN_FOR_MS),
  }
  await enrolments.insert(enrolment)
  return {
    enrolmentId: enrolment._id,
    audience: issuerUrl,
    nonce: enrolment.nonce,
    expiresAt: Math.floor(enrolment.expiresAt.getTime() / 1000),
    capture: registry.capture ? 'platform' : 'guided',
    networkId: registry.networkId !== undefined,
    uploads: uploadPaths(enrolment._id),
  }
}
