import * as v from 'valibot'

/** The platform says in the second argument of a function how long it may run. */
const Context = v.object({ time_limit_in_ms: v.pipe(v.number(), v.minValue(1)) })

/** When no function is running, or the platform did not say: shorter than any function's limit. */
const UNKNOWN_LIMIT_MS = 10_000

/** How much of its time the running invocation has left. An instance of a function serves one at a time. */
export interface TimeLimit {
  /** Notes the beginning of an invocation. @param context the second argument of the function */
  begin(context: unknown): void
  /** Milliseconds. */
  left(): number
}

/** @param now Unix milliseconds */
export function createTimeLimit(now: () => number = Date.now): TimeLimit {
  let end: number | undefined
  return {
    begin(context) {
      const known = v.safeParse(Context, context)
      end = now() + (known.success ? known.output.time_limit_in_ms : UNKNOWN_LIMIT_MS)
    },
    left: () => (end === undefined ? UNKNOWN_LIMIT_MS : end - now()),
  }
}
