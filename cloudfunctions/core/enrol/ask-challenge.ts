import type { LivenessAsked } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { createLivenessChallenge } from '../face/liveness/challenge'
import { countFilming } from '../limits/filming-attempts'
import type { AccountKey } from '../records/account-key'
import { ENROLMENTS, type Enrolment } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import { requireOpen } from './open-enrolment'
import type { Photos } from './prove-person'

/** A minute to act, and the uploads of sixteen frames on a slow line: too short to have a film made to measure. */
const ANSWER_WITHIN_MS = 150_000
const DRAWS = 3

/**
 * Draws what the person must do before the camera, when they are ready for it.
 *
 * @throws NanshaError ENROLMENT_…, ATTEMPTS_EXHAUSTED for whoever waits for a challenge that suits them, in this enrolment
 *   or over many, or failed too many
 */
export function askChallenge(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now' | 'randomBytes'>,
  account: AccountKey,
  enrolmentId: string,
): Promise<LivenessAsked> {
  const { database, now, randomBytes } = ports
  return database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.get<Enrolment>(ENROLMENTS, enrolmentId), account, now())
    const drawn = (enrolment.challenge?.drawn ?? 0) + 1
    if (drawn > DRAWS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await countFilming(ports, transaction, account)
    const expiresAt = new Date(now() + ANSWER_WITHIN_MS)
    const challenge = { ...createLivenessChallenge(randomBytes), drawn, expiresAt }
    await transaction.update<Enrolment>(ENROLMENTS, enrolmentId, {
      challenge,
      filmedFrom: new Date(now()),
    })
    return { actions: challenge.actions, expiresAt: Math.floor(expiresAt.getTime() / 1000) }
  })
}

/**
 * Whether a submission answers the challenge that was asked, in time. A selfie alone will do only where the platform
 * films the person.
 *
 * @returns when the person may first have been filmed
 * @throws NanshaError LIVENESS_TIMING
 */
export function requireAnswered(
  { registry, now }: Pick<EnrolPorts, 'registry' | 'now'>,
  { challenge, filmedFrom }: Enrolment,
  { selfie }: Photos,
): Date {
  const isInTime = challenge !== null && challenge.expiresAt.getTime() > now()
  const isFilmed = selfie === undefined ? isInTime : registry.capture !== undefined
  if (!isFilmed || !filmedFrom) throw new NanshaError('LIVENESS_TIMING', { which: 'selfie' })
  return filmedFrom
}
