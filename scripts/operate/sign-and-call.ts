import { randomBytes } from 'node:crypto'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'
import type { HolderKey } from '@nansha/shared/keys/create-holder-key'
import { createOperatorCall } from '@nansha/shared/operator-call/create-operator-call'
import type { Reached } from './reach'

/** Asks a function for something, signed by the operator. @throws Error with the sentence of a refusal */
export type AskAsOperator = <Result>(name: string, event: object) => Promise<Result>

export function createAskAsOperator(cloud: Reached, key: HolderKey, now: () => number): AskAsOperator {
  return async <Result>(name: string, event: object) => {
    const signed = createOperatorCall({
      key,
      audience: cloud.issuer,
      issuedAt: unixSeconds(now()),
      callId: randomBytes(16).toString('base64url'),
      event,
    })
    const answer = (await cloud.call(name, { signed })) as
      | ({ ok: true } & Result)
      | { ok: false; code: ErrorCode; details?: { field?: string } }
    if (answer.ok) return answer
    const { code, details } = answer
    const field = details?.field ? ` (${details.field})` : ''
    throw new Error(`${code}${field}: ${ERRORS[code]?.en ?? ''}`)
  }
}
