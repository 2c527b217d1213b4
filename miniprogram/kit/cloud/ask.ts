import type { ClockOffset } from '@nansha/shared/clock/clock-offset'
import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { CloudAnswer } from './answer'
import type { CallOptions } from './cloud'

type CallFunction = (
  name: string,
  event: object,
  options?: CallOptions,
) => Promise<CloudAnswer<Record<never, never>>>

/** Calls a function and keeps the clock right by its answers. @throws NanshaError with the code of a refusal */
export type Ask = <Result>(name: string, event: object, options?: CallOptions) => Promise<Result>

/** @param deviceNow the phone's own clock, Unix milliseconds */
export function createAsk(callFunction: CallFunction, clock: ClockOffset, deviceNow: () => number): Ask {
  return async <Result>(name: string, event: object, options?: CallOptions) => {
    const sentAt = deviceNow()
    const answer = await callFunction(name, event, options)
    if (answer.serverTime !== undefined) clock.observe(answer.serverTime, sentAt, deviceNow())
    if (!answer.ok) throw new NanshaError(answer.code, answer.details)
    return answer as Result
  }
}

/** @returns the code to show for a failure; a defect of the app is told to developers too */
export function codeOf(error: unknown): ErrorCode {
  if (error instanceof NanshaError) return error.code
  console.error(error)
  return 'APP_DEFECT'
}
