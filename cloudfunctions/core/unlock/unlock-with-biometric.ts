import type { BiometricChallenge } from '@nansha/shared/api/wallet-answers'
import { MINUTE_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { RandomId } from '../function/random-id'
import type { Database } from '../platform/database'
import { accountOf } from '../records/account-key'
import { BIOMETRICS } from '../records/biometrics'
import type { Holder } from '../records/holder'
import { isOwnerPresent } from './seen-unlock'
import { type SoterResult, SoterStatement, type VerifySoter } from './soter'

export interface BiometricPorts {
  readonly database: Database
  readonly now: () => number
  readonly randomId: RandomId
  /** null where the deployment has no such service. */
  readonly verifySoter: VerifySoter | null
}

/** How long a finger may take. */
const CHALLENGE_MS = 2 * MINUTE_MS
const NEVER = new Date(0)

/**
 * Gives the phone what its chip is to sign, good once; an earlier challenge is thereby void.
 *
 * @throws NanshaError BIOMETRIC_UNAVAILABLE; UNLOCK_REQUIRED for the first time after the phone was bound, which takes a
 *   PIN or a face of the last half hour: who has copied the phone key must not bring a finger and a chip of their own
 */
export async function challengeBiometric(ports: BiometricPorts, holder: Holder): Promise<BiometricChallenge> {
  if (!ports.verifySoter) throw new NanshaError('BIOMETRIC_UNAVAILABLE')
  const { _id, citizenId, boundAt } = holder.device
  const isOwner = await isOwnerPresent(ports, holder)
  const challenge = ports.randomId()
  const challengeUntil = new Date(ports.now() + CHALLENGE_MS)
  await ports.database.transaction(async (transaction) => {
    // Read where it is written: a chip that was accepted meanwhile must not be forgotten.
    const known = await transaction.in(BIOMETRICS).get(_id)
    const chip = known && known.chipAt >= boundAt ? known.chip : null
    if (!chip && !isOwner) throw new NanshaError('UNLOCK_REQUIRED')
    const kept = { chip, chipAt: known?.chipAt ?? NEVER, unlockedAt: known?.unlockedAt ?? NEVER }
    await transaction.in(BIOMETRICS).put({ _id, citizenId, ...kept, challenge, challengeUntil })
  })
  return { challenge, expiresAt: unixSeconds(challengeUntil) }
}

/**
 * Unlocks by a signature of the phone's chip, verified by the platform, that the owner touched or looked at the phone
 * now. The challenge is spent before the platform is asked, so that a result is tried once.
 *
 * @throws NanshaError BIOMETRIC_UNAVAILABLE, BIOMETRIC_INVALID, SERVICE_UNAVAILABLE
 */
export async function unlockWithBiometric(
  ports: BiometricPorts,
  { device }: Holder,
  result: SoterResult,
): Promise<void> {
  if (!ports.verifySoter) throw new NanshaError('BIOMETRIC_UNAVAILABLE')
  const statement = v.safeParse(SoterStatement, result.json)
  if (!statement.success) throw new NanshaError('BIOMETRIC_INVALID')
  const { raw, cpu_id: chip } = statement.output
  await spendChallenge(ports, device._id, raw, chip)
  if (!(await ports.verifySoter(accountOf(device.account).openId, result)))
    throw new NanshaError('BIOMETRIC_INVALID')
  const at = new Date(ports.now())
  await ports.database.in(BIOMETRICS).update(device._id, { chip, chipAt: at, unlockedAt: at })
}

function spendChallenge(
  { database, now }: BiometricPorts,
  deviceId: string,
  challenge: string,
  chip: string,
): Promise<void> {
  return database.transaction(async (transaction) => {
    const record = await transaction.in(BIOMETRICS).get(deviceId)
    const isWaiting = record?.challenge === challenge && record.challengeUntil.getTime() >= now()
    if (!isWaiting || (record.chip !== null && record.chip !== chip))
      throw new NanshaError('BIOMETRIC_INVALID')
    await transaction.in(BIOMETRICS).update(deviceId, { challenge: null })
  })
}
