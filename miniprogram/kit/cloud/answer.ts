import type { Answer } from '@nansha/shared/api/answer'
import { ERRORS, type ErrorCode } from '@nansha/shared/errors'

/** Not an answer of a function: it has no server time, so it must not touch the clock offset. */
export interface NoAnswer {
  readonly ok: false
  readonly code: 'OFFLINE' | 'SERVICE_SLOW' | 'SERVICE_UNAVAILABLE' | 'APP_DEFECT'
  readonly serverTime?: never
  readonly details?: never
}

/** What a call from the phone ends in; it never throws. */
export type CloudAnswer<Result> = Answer<Result> | NoAnswer

export const offline: NoAnswer = { ok: false, code: 'OFFLINE' }
export const slow: NoAnswer = { ok: false, code: 'SERVICE_SLOW' }
export const defect: NoAnswer = { ok: false, code: 'APP_DEFECT' }
export const unavailable: NoAnswer = { ok: false, code: 'SERVICE_UNAVAILABLE' }

/**
 * Accepts what a function sent only in the shape that every function promises; a code that this version of the app
 * does not know (a newer server) would have no sentence to show, so it reads as unavailable.
 */
export function parseAnswer<Result>(sent: unknown): CloudAnswer<Result> {
  const answer = sent as { ok?: unknown; serverTime?: unknown; code?: unknown } | null | undefined
  if (typeof answer?.serverTime !== 'number') return unavailable
  if (answer.ok === true) return sent as Answer<Result>
  if (answer.ok === false && isErrorCode(answer.code)) return sent as Answer<Result>
  return unavailable
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERRORS, code)
}
