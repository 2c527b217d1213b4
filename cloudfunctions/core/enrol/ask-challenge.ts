import type { LivenessAsked, LivenessStep } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { requestsOf, STEP_WITHIN_MS } from '@nansha/shared/liveness'
import { createLivenessChallenge, type LivenessChallenge } from '../face/liveness/challenge'
import { countFilming } from '../limits/filming-attempts'
import type { AccountKey } from '../records/account-key'
import { type AskedChallenge, ENROLMENTS } from '../records/enrolments'
import type { EnrolPorts } from './enrol-ports'
import { requireOpen } from './require-open'
import { framePath } from './uploads'

/** In one enrolment, because a film that cannot be used does not end it; how many an account may draw is counted beside it. */
const DRAWS = 8

/**
 * Draws what the person must do before the camera, when they are ready for it, and tells the first step.
 *
 * @throws NanshaError ENROLMENT_…, ATTEMPTS_EXHAUSTED after too many challenges, in this enrolment or over many
 */
export function askChallenge(
  ports: Pick<EnrolPorts, 'database' | 'index' | 'now' | 'randomBytes' | 'lightChallenge'>,
  account: AccountKey,
  enrolmentId: string,
): Promise<LivenessAsked> {
  const { database, now, randomBytes, lightChallenge } = ports
  return database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.in(ENROLMENTS).get(enrolmentId), account, now())
    if (enrolment.challenges.length >= DRAWS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
    await countFilming(ports, transaction, account)
    const drawn = createLivenessChallenge(randomBytes, lightChallenge)
    const askedAt = new Date(now())
    const challenge: AskedChallenge = { ...drawn, askedAt, toldAt: askedAt, answers: [] }
    const challenges = [...enrolment.challenges, challenge.id]
    await transaction.in(ENROLMENTS).update(enrolmentId, { challenge, challenges, checked: null })
    const steps = requestsOf(challenge).length
    return {
      frames: framePath(enrolmentId, challenge.id),
      steps,
      step: { number: 0, request: 'look-straight' },
      expiresAt: unixSeconds(now() + steps * STEP_WITHIN_MS),
    }
  })
}

/** What is asked in a step, or null when there is no step of that number. */
export function stepOf(challenge: LivenessChallenge, number: number): LivenessStep | null {
  const request = requestsOf(challenge)[number]
  if (!request) return null
  return request === 'light' ? { number, request, colours: challenge.colours ?? [] } : { number, request }
}
