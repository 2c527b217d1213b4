import type { FaceShown } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { Assurance } from '@nansha/shared/scenarios'
import type { BlindIndex } from '../../crypto/blind-index'
import type { RandomId } from '../../function/random-id'
import { citizenEvent } from '../../history/citizen-event'
import { forgiveFilming } from '../../limits/filming-attempts'
import { clearRechecks, countRecheck, forgiveRecheck } from '../../limits/recheck-attempts'
import { CITIZEN_EVENTS } from '../../records/citizen-events'
import { CITIZENS, type Citizen } from '../../records/citizens'
import { DEVICES, type Device } from '../../records/devices'
import type { Enrolment } from '../../records/enrolments'
import type { Holder } from '../../records/holder'
import { discardUploads, takeEnrolment } from '../close-enrolment'
import { type SeenPerson, type SeePorts, seeHolder } from './see-holder'

export type RecheckPorts = SeePorts & { readonly index: BlindIndex; readonly randomId: RandomId }

/**
 * Decides a showing of the face. That the holder was seen is remembered with the phone, as of when the person can have been
 * filmed at the earliest: what it releases follows from that. Whatever comes of it, the pictures are gone when this
 * returns, or left to the sweep where the storage is down.
 *
 * @throws NanshaError ENROLMENT_… also for one that another phone began, LIVENESS_…, FACE_… and IMAGE_… when nothing was
 *   decided, FACE_UNCONFIRMED for anybody else's face, ATTEMPTS_EXHAUSTED with `retryAt` after too many of those,
 *   CREDENTIAL_REVOKED
 */
export async function submitRecheck(
  ports: RecheckPorts,
  { device }: Pick<Holder, 'device'>,
  enrolmentId: string,
): Promise<FaceShown> {
  const enrolment = await takeEnrolment(ports, device.account, enrolmentId, device._id)
  try {
    const citizen = await ports.database.in(CITIZENS).get(device.citizenId)
    if (!citizen || device.status === 'revoked') throw new NanshaError('CREDENTIAL_REVOKED')
    const { isHolder, faceAt } = await countedSight(ports, device, enrolment, citizen)
    if (!isHolder) return await refuse(ports, device)
    await remember(ports, device, faceAt)
    return { seenAt: unixSeconds(faceAt) }
  } finally {
    await discardUploads(ports, enrolment).catch(() => undefined)
  }
}

/** Counts the look before it is taken, and takes that back when nothing was decided. */
async function countedSight(
  ports: RecheckPorts,
  device: Device,
  enrolment: Enrolment,
  citizen: Citizen,
): Promise<SeenPerson> {
  await countRecheck(ports, device._id)
  try {
    return await seeHolder(ports, enrolment, citizen)
  } catch (undecided) {
    await forgiveRecheck(ports, device._id)
    throw undecided
  }
}

/** @throws NanshaError CREDENTIAL_REVOKED when the phone was replaced meanwhile */
async function remember(
  ports: Pick<RecheckPorts, 'registry' | 'database' | 'index' | 'randomId' | 'now'>,
  device: Device,
  faceAt: Date,
): Promise<void> {
  const faceBy: Assurance = ports.registry.capture ? 'platform-face' : ports.registry.assurance
  await ports.database.transaction(async (transaction) => {
    const bound = await transaction.in(DEVICES).get(device._id)
    if (bound?.status !== 'active') throw new NanshaError('CREDENTIAL_REVOKED')
    await transaction.in(DEVICES).update(device._id, { faceAt, faceBy })
    await clearRechecks(ports, transaction, device._id)
    const event = citizenEvent(ports, device.citizenId, ports.now(), { kind: 'face-shown' })
    await transaction.in(CITIZEN_EVENTS).insert(event)
  })
  await forgiveFilming(ports, device.account)
}

/** Tells the holder that another face was shown to their phone. @throws NanshaError FACE_UNCONFIRMED */
async function refuse(
  ports: Pick<RecheckPorts, 'randomId' | 'now' | 'database'>,
  { citizenId }: Device,
): Promise<never> {
  const event = citizenEvent(ports, citizenId, ports.now(), { kind: 'face-refused' })
  await ports.database.in(CITIZEN_EVENTS).insert(event)
  throw new NanshaError('FACE_UNCONFIRMED')
}
