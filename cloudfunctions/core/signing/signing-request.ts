import { createHmac, timingSafeEqual } from 'node:crypto'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import type { Now } from '../function/answer'

/** Functions that have messages signed. The platform does not tell one from another, so each proves itself by a key. */
export const SIGNING_CALLERS = ['enrol', 'wallet', 'verify', 'sweep', 'issue'] as const
export type SigningCaller = (typeof SIGNING_CALLERS)[number]

/** A message to be signed: `typ` of its header, and its payload. */
export interface AskedMessage {
  readonly typ: string
  readonly payload: object
}

/** Most messages in one call. */
export const MOST_MESSAGES = 16
/** Most characters of their JSON text: an event holds 100 kB, and other members need some of it. */
export const MOST_TEXT = 60_000
/** Longer than functions of one environment wait for each other. */
const GOOD_FOR_MS = MINUTE_MS

/** Other members, such as those that the platform adds to events, say nothing here: `mac` covers all that is read. */
const SigningRequest = v.object({
  caller: v.picklist(SIGNING_CALLERS),
  /** Unix milliseconds. */
  at: v.number(),
  /** `AskedMessage[]` as JSON: the very text under `mac`. */
  asked: v.pipe(v.string(), v.maxLength(MOST_TEXT)),
  mac: v.pipe(v.string(), v.length(43)),
})
export type SigningRequest = v.InferOutput<typeof SigningRequest>

const Asked = v.pipe(
  v.string(),
  v.parseJson(),
  v.array(v.strictObject({ typ: v.string(), payload: v.looseObject({}) })),
  v.minLength(1),
  v.maxLength(MOST_MESSAGES),
)

/**
 * Asks for signatures in the name of a function.
 *
 * @param key 32 bytes that this caller and `signer` alone have
 */
export function createSigningRequest(
  key: Uint8Array,
  caller: SigningCaller,
  messages: readonly AskedMessage[],
  now: Now,
): SigningRequest {
  const asked = JSON.stringify(messages)
  const at = now()
  return { caller, at, asked, mac: macOf(key, caller, at, asked).toString('base64url') }
}

/**
 * Reads whose request it is, and what it asks for. A request that is played again within its minute gains nothing: the same
 * messages, with the same times in them, are signed again.
 *
 * @throws NanshaError CALLER_FORBIDDEN, whatever is wrong with it
 */
export function openSigningRequest(
  keys: Readonly<Record<SigningCaller, Uint8Array>>,
  event: unknown,
  now: Now,
): { readonly caller: SigningCaller; readonly messages: readonly AskedMessage[] } {
  const request = v.safeParse(SigningRequest, event)
  if (!request.success) throw new NanshaError('CALLER_FORBIDDEN')
  const { caller, at, asked, mac } = request.output
  const given = Buffer.from(mac, 'base64url')
  const right = macOf(keys[caller], caller, at, asked)
  if (given.length !== right.length || !timingSafeEqual(given, right))
    throw new NanshaError('CALLER_FORBIDDEN')
  const messages = v.safeParse(Asked, asked)
  if (Math.abs(now() - at) > GOOD_FOR_MS || !messages.success) throw new NanshaError('CALLER_FORBIDDEN')
  return { caller, messages: messages.output }
}

function macOf(key: Uint8Array, caller: SigningCaller, at: number, asked: string): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([caller, at, asked]))
    .digest()
}
