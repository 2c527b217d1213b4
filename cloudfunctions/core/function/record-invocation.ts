import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'

/** What is written of an invocation besides how long it took. Both are words of this code, never of a caller. */
export interface Invocation {
  /** The action that was asked, once the event was parsed. */
  action: string | null
  /** `OK`, or the code of the refusal. */
  code: string
}

export interface InvocationPorts {
  /** Unix milliseconds. */
  readonly now: () => number
  /** Takes one line for the log of the function. */
  readonly write: (line: string) => void
}

/** The platform names each invocation in the second argument of a function. */
const Context = v.object({ request_id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)) })

const PLATFORM: InvocationPorts = { now: Date.now, write: (line) => console.log(line) }

/**
 * Writes one JSON line for each invocation of a function, when its answer is made: `function`, `action`, `code`, `ms`,
 * `cold`, `requestId`. It cannot name a person, because nothing that a caller sent is written. An invocation that the
 * platform ends has no line.
 *
 * @param name the function's folder
 * @returns runs an invocation, given the second argument of the function
 */
export function createInvocationLog(name: string, { now, write }: InvocationPorts = PLATFORM) {
  let cold = true
  return async <Result>(
    context: unknown,
    work: (invocation: Invocation) => Promise<Result>,
  ): Promise<Result> => {
    const known = v.safeParse(Context, context)
    const begun = now()
    const invocation: Invocation = { action: null, code: 'OK' }
    const isCold = cold
    cold = false
    try {
      return await work(invocation)
    } catch (error) {
      invocation.code = error instanceof NanshaError ? error.code : 'DEFECT'
      throw error
    } finally {
      const { action, code } = invocation
      const requestId = known.success ? known.output.request_id : null
      write(JSON.stringify({ function: name, action, code, ms: now() - begun, cold: isCold, requestId }))
    }
  }
}

/** As {@link createInvocationLog} makes it: runs one invocation and writes its line. */
export type RecordInvocation = ReturnType<typeof createInvocationLog>
