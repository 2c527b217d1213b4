import type { Answer } from '@nansha/shared/api/answer'
import { NanshaError } from '@nansha/shared/errors'
import { hideDefect } from './defect'

/** Unix time in milliseconds; `Date.now`, or a test's own. */
export type Now = () => number

/**
 * Runs one invocation and words what came of it. A refusal becomes an answer; anything else is our own defect: the log
 * says where it was, and the caller only that there was one.
 *
 * @throws Defect so that the platform counts the invocation as failed
 */
export async function answer<Result extends object>(
  now: Now,
  work: () => Promise<Result>,
): Promise<Answer<Result>> {
  try {
    const result = await work()
    return { ok: true, serverTime: now(), ...result }
  } catch (error) {
    if (!(error instanceof NanshaError)) throw hideDefect(error)
    return { ok: false, serverTime: now(), code: error.code, details: error.details }
  }
}
