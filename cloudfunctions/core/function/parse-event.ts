import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'

/**
 * Parses the event of an invocation.
 *
 * @throws NanshaError INPUT_INVALID, naming the field and never its value
 */
export function parseEvent<Schema extends v.GenericSchema>(
  schema: Schema,
  event: unknown,
): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, withoutUserInfo(event))
  if (parsed.success) return parsed.output
  throw new NanshaError('INPUT_INVALID', { field: v.getDotPath(parsed.issues[0]) ?? '' })
}

/** The platform adds `userInfo` to every event from a mini-program. It is ignored: `getWXContext()` says who calls. */
function withoutUserInfo(event: unknown): unknown {
  if (typeof event !== 'object' || event === null) return event
  const { userInfo, ...own } = event as { userInfo?: unknown }
  return own
}
