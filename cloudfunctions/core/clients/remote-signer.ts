import { NanshaError } from '@nansha/shared/errors'
import * as v from 'valibot'
import { secretKey } from '../crypto/secret-key'
import type { Signer } from '../crypto/signer'
import type { Now } from '../function/answer'
import type { CallFunction } from '../platform/call-function'
import {
  type AskedMessage,
  createSigningRequest,
  MOST_MESSAGES,
  MOST_TEXT,
  type SigningCaller,
} from '../signing/signing-request'

const Answer = v.variant('ok', [
  v.object({ ok: v.literal(true), signed: v.array(v.string()) }),
  v.object({ ok: v.literal(false), code: v.string() }),
])
/**
 * Of the time left, for each try: 8 of the 20 seconds of `wallet`. A cold container starts in a second, many at once on a busy
 * machine later; a signature takes a millisecond.
 */
const SHARE = 0.4
/** A second container is asked when the first gave no answer: to sign the same again harms nothing. */
const TRIES = 2

interface Waiting extends AskedMessage {
  readonly resolve: (jws: string) => void
  readonly reject: (fault: unknown) => void
}

/**
 * Makes a signer whose keys are in the function `signer`. What is asked for in one turn of the event loop goes in one call.
 * Rejects with NanshaError SERVICE_UNAVAILABLE when there was no answer or too many were asked for, and with another error,
 * which is a defect of this code, when the message is none that `signer` knows.
 *
 * @param environment holds the key that this caller and `signer` alone have
 */
export function createRemoteSigner(
  callFunction: CallFunction,
  caller: SigningCaller,
  environment: NodeJS.ProcessEnv,
  now: Now,
): Signer {
  const key = secretKey(environment, signingKeyName(caller))
  let waiting: Waiting[] = []

  const ask = async (messages: readonly AskedMessage[]): Promise<readonly string[]> => {
    for (let attempt = 1; ; attempt++) {
      const request = createSigningRequest(key, caller, messages, now)
      const answer = await callFunction('signer', request, SHARE).catch(() => null)
      const parsed = v.safeParse(Answer, answer)
      if (parsed.success) return signaturesOf(parsed.output, messages.length)
      if (attempt === TRIES) throw new NanshaError('SERVICE_UNAVAILABLE')
    }
  }
  const send = async (batch: readonly Waiting[]): Promise<void> => {
    const messages = batch.map(({ typ, payload }) => ({ typ, payload }))
    try {
      const signed = await ask(messages)
      for (const [n, { resolve }] of batch.entries()) resolve(signed[n] as string)
    } catch (fault) {
      for (const { reject } of batch) reject(fault)
    }
  }
  const sendAll = (): void => {
    const all = waiting
    waiting = []
    for (const batch of batchesOf(all)) void send(batch)
  }

  return {
    sign: (typ, payload) =>
      new Promise((resolve, reject) => {
        if (waiting.length === 0) setImmediate(sendAll)
        waiting.push({ typ, payload, resolve, reject })
      }),
  }
}

/** The variable of a caller's key, in its own environment and in that of `signer`. */
export function signingKeyName(caller: SigningCaller): string {
  return `NANSHA_${caller.toUpperCase()}_SIGNING_KEY`
}

function signaturesOf(answer: v.InferOutput<typeof Answer>, count: number): readonly string[] {
  if (!answer.ok && answer.code === 'SERVICE_UNAVAILABLE') throw new NanshaError('SERVICE_UNAVAILABLE')
  if (!answer.ok) throw new TypeError(`The signer refused what it was asked for: ${answer.code}.`)
  if (answer.signed.length !== count) throw new NanshaError('SERVICE_UNAVAILABLE')
  return answer.signed
}

/** As many messages as one event holds. One that is too long for any event is sent alone, and refused. */
function batchesOf(all: readonly Waiting[]): Waiting[][] {
  const batches: Waiting[][] = []
  let text = 0
  for (const message of all) {
    const length = JSON.stringify({ typ: message.typ, payload: message.payload }).length + 1
    const last = batches.at(-1)
    if (last && last.length < MOST_MESSAGES && text + length <= MOST_TEXT) {
      last.push(message)
      text += length
    } else {
      batches.push([message])
      text = length + 2
    }
  }
  return batches
}
