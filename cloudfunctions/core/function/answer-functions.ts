import { NanshaError } from '@nansha/shared/errors'
import type * as v from 'valibot'
import { type Caller, isFunctionCall } from '../platform/caller'
import { createAnswer, type Now } from './answer'
import { parseEvent } from './parse-event'
import type { RecordInvocation } from './record-invocation'

export interface CalledPorts {
  caller(): Caller
  readonly record: RecordInvocation
  /** The bytes of a stored file, or null when there is none. */
  download(fileId: string): Promise<Uint8Array | null>
  readonly now: Now
}

type ActionSchema = v.GenericSchema<unknown, { readonly action: string }>

/**
 * Makes the entry of a function that serves other functions alone: citizens and staff get CALLER_FORBIDDEN.
 *
 * @param schema of the event
 * @param serve does what the parsed event asks for
 */
export function answerFunctions<Schema extends ActionSchema, Result extends object>(
  ports: Pick<CalledPorts, 'caller' | 'record' | 'now'>,
  schema: Schema,
  serve: (input: v.InferOutput<Schema>) => Promise<Result>,
) {
  const answer = createAnswer(ports.record, ports.now)
  return (event: unknown, context?: unknown) => {
    const caller = ports.caller()
    return answer(context, async (invocation) => {
      if (!isFunctionCall(caller)) throw new NanshaError('CALLER_FORBIDDEN')
      const input = parseEvent(schema, event)
      invocation.action = input.action
      return serve(input)
    })
  }
}
