import * as v from 'valibot'
import { invalid, PlatformError } from '../platform-error'

/** One request of the SDK, taken apart. */
export interface AdminRequest {
  /** The function call (by its token) or the script (by its credentials) that asks. */
  readonly session: string
  /** The token of the running function call, or null for a script outside. */
  readonly callToken: string | null
  /** The chain of sources that the SDK states: `wx_client,scf`. */
  readonly source: string
  readonly origin: string
  readonly now: Date
  /** Parses the parameters of the action; one that is unknown is refused by its name. */
  parse<S extends v.GenericSchema>(schema: S): v.InferOutput<S>
}

/** Answers an action with what goes under `data`, except `transactionId`, which the protocol puts beside it. */
export type Action = (request: AdminRequest) => Promise<object>

/** The headers and body of `POST /admin`, and where the server is reached. */
export interface AdminCall {
  readonly body: unknown
  readonly authorization: string
  readonly source: string
  readonly origin: string
}

/** Fields that the SDK adds to every request and that carry nothing for the action. */
const ENVELOPE = [
  ...['action', 'envName', 'wxCloudApiToken', 'wxCloudbaseAccesstoken', 'tcb_sessionToken', 'sessionToken'],
  ...['crossAuthorizationToken'],
]

const envelopeSchema = v.looseObject({ action: v.string(), tcb_sessionToken: v.optional(v.string(), '') })

/** Makes the handler of the wire protocol: looks the action up and answers its result. */
export function createAdminHandler(actions: Readonly<Record<string, Action>>, clock: () => Date) {
  return async ({ body, authorization, source, origin }: AdminCall): Promise<object> => {
    const parsed = v.safeParse(envelopeSchema, body)
    if (!parsed.success) throw invalid('The request is not a JSON object with an action.')
    const { action, tcb_sessionToken: token, ...rest } = parsed.output
    const handler = Object.hasOwn(actions, action) ? actions[action] : undefined
    if (!handler)
      throw new PlatformError(
        'INVALID_ACTION',
        `The action ${action.slice(0, 100)} is not known to localcloud.`,
      )

    const parameters = Object.fromEntries(Object.entries(rest).filter(([name]) => !ENVELOPE.includes(name)))
    const credential = /Credential=([^/,\s]+)/.exec(authorization)?.[1] ?? ''
    const result = await handler({
      session: token || `script:${credential}`,
      callToken: token || null,
      source,
      origin,
      now: clock(),
      parse: (schema) => parseParameters(action, schema, parameters),
    })
    return 'transactionId' in result ? result : { data: result }
  }
}

function parseParameters<S extends v.GenericSchema>(
  action: string,
  schema: S,
  parameters: object,
): v.InferOutput<S> {
  const result = v.safeParse(schema, parameters)
  if (result.success) return result.output
  const [issue] = result.issues
  throw invalid(`${action}: ${v.getDotPath(issue) ?? 'parameters'}: ${issue.message}`)
}
