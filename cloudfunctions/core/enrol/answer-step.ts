import type { EnrolEvent, StepAnswered } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import { framesOf, STEP_WITHIN_MS } from '@nansha/shared/liveness'
import type { AccountKey } from '../records/account-key'
import { type AskedChallenge, ENROLMENTS } from '../records/enrolments'
import { stepOf } from './ask-challenge'
import type { EnrolPorts } from './enrol-ports'
import { requireOpen } from './require-open'

/** The shortest time in which a person can read a request and act on it. */
const AT_LEAST_MS = 300

/**
 * Fixes the frames of the step that is open, and tells the next one. So the frames of every step existed before the
 * next one was known, and within the step's time by the server's clock; the phone's clock is not used.
 *
 * @throws NanshaError ENROLMENT_…, LIVENESS_TIMING for another step than the open one, one that was answered otherwise,
 * or out of time
 */
export function answerStep(
  { database, now }: Pick<EnrolPorts, 'database' | 'now'>,
  account: AccountKey,
  { enrolmentId, step, digests }: Extract<EnrolEvent, { action: 'answer-step' }>,
): Promise<StepAnswered> {
  return database.transaction(async (transaction) => {
    const enrolment = requireOpen(await transaction.in(ENROLMENTS).get(enrolmentId), account, now())
    const { challenge } = enrolment
    if (!challenge) throw new NanshaError('LIVENESS_TIMING', { step })
    if (!isRepeated(challenge, step, digests)) {
      requireInTime(challenge, step, digests, now())
      const answers = [...challenge.answers, { digests }]
      const answered = { ...challenge, answers, toldAt: new Date(now()) }
      await transaction.in(ENROLMENTS).update(enrolmentId, { challenge: answered })
    }
    return { step: stepOf(challenge, step + 1) }
  })
}

/** Whether this repeats the last answer, because the phone never received the response. */
function isRepeated({ answers }: AskedChallenge, step: number, digests: readonly string[]): boolean {
  return step === answers.length - 1 && answers[step]?.digests.join() === digests.join()
}

function requireInTime(
  challenge: AskedChallenge,
  step: number,
  digests: readonly string[],
  now: number,
): void {
  const asked = stepOf(challenge, step)
  const took = now - challenge.toldAt.getTime()
  const isOpen = step === challenge.answers.length && digests.length === (asked && framesOf(asked.request))
  if (!isOpen || took < AT_LEAST_MS || took > STEP_WITHIN_MS)
    throw new NanshaError('LIVENESS_TIMING', { step })
}
