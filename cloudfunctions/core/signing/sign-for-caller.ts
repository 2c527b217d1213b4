import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import { credentialMessages } from './messages/credential'
import { exportMessages } from './messages/export'
import { messagesForDesks } from './messages/for-desks'
import { passMessages } from './messages/pass'
import { publications } from './messages/publications'
import type { Deployment, Signable } from './signable'
import type { AskedMessage, SigningCaller } from './signing-request'

/** Signs for one caller, all messages of a request or none; answers compact JWS in their order. */
export type SignForCaller = (caller: SigningCaller, messages: readonly AskedMessage[]) => Promise<string[]>

/**
 * Messages that one container signs in a minute for one caller. Honest load stays far below; whoever has a caller's key and
 * mints for themselves does not get faster than this times the containers that the platform allows.
 */
const MOST_IN_A_MINUTE = 3_000

/**
 * Makes the service of the function `signer`. Every message that this deployment signs is listed here; any other, and any
 * that has a member too many, is signed for nobody.
 *
 * @throws NanshaError (the service) CALLER_FORBIDDEN for a type of message that is not this caller's, INPUT_INVALID for one
 *   that says what it may not, naming the member and never its value, SERVICE_UNAVAILABLE for too many in a minute
 */
export function createSigningService(
  signers: Readonly<Record<Signable['key'], Signer>>,
  deployment: Deployment,
): SignForCaller {
  const known = [
    ...credentialMessages(deployment),
    ...passMessages(deployment),
    ...publications(deployment),
    ...messagesForDesks(deployment),
    ...exportMessages(deployment),
  ]
  const count = countByMinute(deployment.now)
  return async (caller, messages) => {
    const parsed = messages.map((message) => parseMessage(known, caller, message))
    count(caller, messages.length)
    return Promise.all(parsed.map(({ typ, key, payload }) => signers[key].sign(typ, payload)))
  }
}

function parseMessage(known: readonly Signable[], caller: SigningCaller, { typ, payload }: AskedMessage) {
  const kinds = known.filter((kind) => kind.typ === typ && kind.callers.includes(caller))
  if (kinds.length === 0) throw new NanshaError('CALLER_FORBIDDEN')
  let field = ''
  for (const { key, schema } of kinds) {
    const message = v.safeParse(schema, payload)
    if (message.success) return { typ, key, payload: message.output }
    field = v.getDotPath(message.issues[0]) ?? typ
  }
  throw new NanshaError('INPUT_INVALID', { field })
}

function countByMinute(now: Now): (caller: SigningCaller, messages: number) => void {
  let minute = 0
  let counts = new Map<SigningCaller, number>()
  return (caller, messages) => {
    const current = Math.floor(now() / MINUTE_MS)
    if (current !== minute) {
      minute = current
      counts = new Map()
    }
    const count = (counts.get(caller) ?? 0) + messages
    if (count > MOST_IN_A_MINUTE) throw new NanshaError('SERVICE_UNAVAILABLE')
    counts.set(caller, count)
  }
}
