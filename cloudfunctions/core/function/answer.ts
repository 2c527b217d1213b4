import type { Answer } from '@nansha/shared/api/answer'
import { NanshaError } from '@nansha/shared/errors'
import { TransactionConflict } from '../platform/database-errors'
import { hideDefect } from './defect'
import type { Invocation, RecordInvocation } from './record-invocation'

/** Unix time in milliseconds; `Date.now`, or a test's own. */
export type Now = () => number

/**
 * Makes what runs the invocations of a function.
 *
 * @param record writes the line of each to the log
 * @returns runs one invocation, given the second argument of the function. `work` notes the action once it has parsed
 *   it. A refusal becomes an answer, and so does a transaction that other ones never let through. Anything else is a
 *   defect of this code: the log says where it was, and the caller learns only that there was one, by a `Defect` that is
 *   thrown so that the platform counts the invocation as failed
 */
export function createAnswer(record: RecordInvocation, now: Now = Date.now) {
  return <Result extends object>(
    context: unknown,
    work: (invocation: Invocation) => Promise<Result>,
  ): Promise<Answer<Result>> =>
    record(context, async (invocation) => {
      try {
        const result = await work(invocation)
        return { ok: true, serverTime: now(), ...result }
      } catch (error) {
        const refusal = error instanceof TransactionConflict ? new NanshaError('SERVICE_UNAVAILABLE') : error
        if (!(refusal instanceof NanshaError)) throw hideDefect(error)
        invocation.code = refusal.code
        return { ok: false, serverTime: now(), code: refusal.code, details: refusal.details }
      }
    })
}
