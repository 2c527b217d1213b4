import { DAY_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { queueAlert } from '../alerts/queue-alert'
import type { PlacePorts } from '../credential/allocate-status-place'
import type { IssuancePorts } from '../credential/record-credential'
import { citizenEvent } from '../history/citizen-event'
import { requireRemoteAllowed } from '../limits/number-guard'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CITIZENS, type Citizen } from '../records/citizens'
import type { Device } from '../records/devices'
import { REBINDING_CLAIMS, REBINDING_PORTRAIT, REBINDINGS, type Rebinding } from '../records/rebindings'
import type { IssuingPorts } from './enrol-ports'
import { type ProvenPerson, type Recorded, recordCitizen } from './write-citizen'

/** A phone that was seen within a week may be in the hands of its owner, who can veto. */
const RECENTLY_MS = 7 * DAY_MS
/** How long a new phone may take to come back for its credential. */
const COLLECT_WITHIN_MS = 7 * DAY_MS

/** A day; on a local stage a minute, so that a developer sees both ends of it. */
export function readVetoTime(environment: NodeJS.ProcessEnv): number {
  return environment.NANSHA_STAGE === 'local' ? 60_000 : DAY_MS
}

/** Whether another phone must wait because the old one is in use. */
export function mustWait(oldPhone: Device, publicJwk: EcPublicJwk, now: number): boolean {
  const isSamePhone = oldPhone._id === keyThumbprint(publicJwk)
  const isInUse = oldPhone.lastSeenAt.getTime() + RECENTLY_MS > now
  return isInUse && !isSamePhone
}

/** Puts a new phone on hold and tells the old one. */
export async function postponeRebinding(
  ports: Pick<IssuingPorts, 'randomId' | 'envelopes' | 'vetoWithinMs' | 'now'>,
  transaction: Transaction,
  citizen: Citizen,
  { enrolment, claims, portrait, assurance, publicJwk, faceAt }: ProvenPerson,
): Promise<Recorded> {
  const readyAt = ports.now() + ports.vetoWithinMs
  await transaction.in(REBINDINGS).put({
    _id: citizen._id,
    enrolmentId: enrolment._id,
    account: enrolment.account,
    publicJwk,
    assurance,
    faceAt,
    consent: enrolment.consent,
    claims: REBINDING_CLAIMS.seal(ports.envelopes, citizen._id, claims),
    portrait: REBINDING_PORTRAIT.seal(ports.envelopes, citizen._id, portrait),
    readyAt: new Date(readyAt),
    expiresAt: new Date(readyAt + COLLECT_WITHIN_MS),
  })
  await transaction
    .in(CITIZEN_EVENTS)
    .insert(citizenEvent(ports, citizen._id, ports.now(), { kind: 'rebinding' }))
  await queueAlert(ports, transaction, citizen, 'rebinding')
  return { readyAt: Math.ceil(readyAt / 1000) }
}

/**
 * Gives a waiting phone its credential once the time for a veto is over.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN when nothing waits: never did, was vetoed, was collected, or for too long;
 *   PROOFING_REFUSED when the number was locked meanwhile
 */
export async function collectRebinding(
  ports: IssuancePorts & PlacePorts,
  account: AccountKey,
  enrolmentId: string,
): Promise<Recorded> {
  const waiting = await ports.database.in(REBINDINGS).findOne({ enrolmentId, account })
  if (!waiting) throw new NanshaError('ENROLMENT_UNKNOWN')
  return recordCitizen(ports, async (transaction, write) => {
    const rebinding = await transaction.in(REBINDINGS).get(waiting._id)
    const citizen = await transaction.in(CITIZENS).get(waiting._id)
    const isWaiting = rebinding?.enrolmentId === enrolmentId && rebinding.expiresAt.getTime() > ports.now()
    if (!isWaiting || !citizen) throw new NanshaError('ENROLMENT_UNKNOWN')
    // What bars a phone from coming bars it from staying: the holder may have locked the number instead of vetoing.
    await requireRemoteAllowed(transaction, citizen.numberIndex, account, citizen, ports.now())
    if (rebinding.readyAt.getTime() > ports.now())
      return { readyAt: Math.ceil(rebinding.readyAt.getTime() / 1000) }
    return { credential: await write(personOf(ports, rebinding, citizen), citizen) }
  })
}

function personOf(
  { envelopes }: Pick<IssuingPorts, 'envelopes'>,
  rebinding: Rebinding,
  { numberIndex }: Citizen,
): ProvenPerson {
  return {
    enrolment: { _id: rebinding.enrolmentId, account: rebinding.account, consent: rebinding.consent },
    claims: REBINDING_CLAIMS.open(envelopes, rebinding),
    numberIndex,
    portrait: REBINDING_PORTRAIT.open(envelopes, rebinding),
    assurance: rebinding.assurance,
    publicJwk: rebinding.publicJwk,
    faceAt: rebinding.faceAt,
  }
}
