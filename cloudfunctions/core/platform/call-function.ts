/**
 * Calls another function of this environment and answers what it returned. Parse the answer: it crossed a border.
 *
 * @param name the function's folder name
 * @param event JSON, at most 100 kB of text
 * @param share of the time that the calling function has left, up to 1: how long to wait
 * @throws CallFailed when the function is absent, timed out, ran out of memory or threw
 */
export type CallFunction = (name: string, event: object, share: number) => Promise<unknown>

/** A call that gave no answer. A function that answered `{ ok: false }` did answer. */
export class CallFailed extends Error {
  readonly requestId: string | undefined

  constructor(name: string, cause: unknown) {
    super(`The call of function ${name} failed.`, { cause })
    this.name = 'CallFailed'
    this.requestId = (cause as { requestID?: string } | undefined)?.requestID
  }
}

/** The part of wx-server-sdk that calls functions. */
export interface SdkFunctions {
  callFunction(options: { name: string; data: object; timeout: number }): Promise<{ result?: unknown }>
}

/**
 * Makes a {@link CallFunction} over the SDK.
 *
 * @param timeLeft milliseconds that the calling function may still run
 */
export function createCallFunction(sdk: SdkFunctions, timeLeft: () => number): CallFunction {
  return async (name, event, share) => {
    const timeout = Math.max(1, Math.round(timeLeft() * share))
    try {
      const { result } = await sdk.callFunction({ name, data: event, timeout })
      return result
    } catch (cause) {
      throw new CallFailed(name, cause)
    }
  }
}
