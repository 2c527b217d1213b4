import type { PlatformError } from '../platform-error'

/** The call that an instance is answering, if any: it answers one at a time. */
export interface PendingCall {
  requestId(): string | null
  /** Begins a call. The promise settles by {@link resolve} or {@link reject}. */
  begin(requestId: string): Promise<string>
  /**
   * Limits the time of the call from now on, in place of an earlier limit.
   *
   * @param exceeded what happens when it has not settled by then
   */
  limit(seconds: number, exceeded: () => void): void
  resolve(result: string): void
  reject(error: PlatformError): void
}

interface Waiting {
  readonly requestId: string
  resolve(result: string): void
  reject(error: PlatformError): void
  limit?: NodeJS.Timeout
}

export function createPendingCall(): PendingCall {
  let waiting: Waiting | null = null

  const settle = (use: (call: Waiting) => void) => {
    const call = waiting
    waiting = null
    if (!call) return
    clearTimeout(call.limit)
    use(call)
  }

  return {
    requestId: () => waiting?.requestId ?? null,
    begin: (requestId) =>
      new Promise((resolve, reject) => {
        waiting = { requestId, resolve, reject }
      }),
    limit(seconds, exceeded) {
      if (!waiting) return
      clearTimeout(waiting.limit)
      waiting.limit = setTimeout(exceeded, seconds * 1000)
    },
    resolve: (result) => settle((call) => call.resolve(result)),
    reject: (error) => settle((call) => call.reject(error)),
  }
}
