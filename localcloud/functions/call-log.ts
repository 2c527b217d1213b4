export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'
export type LogSink = (requestId: string | null, level: LogLevel, text: string) => void

const KEPT_CALLS = 500
const KEPT_LINES = 200

/** One call of a function and what it printed. */
export interface LoggedCall {
  readonly requestId: string
  readonly name: string
  readonly source: string
  readonly startedAt: number
  readonly lines: { readonly level: LogLevel; readonly text: string }[]
  /** How long the bundle took to load, when the call had to wait for a new instance. */
  coldStart: number | null
  milliseconds: number | null
  error: string | null
}

/** What functions print, kept by request id for the inspector: the last 500 calls, 200 lines each. */
export interface CallLog {
  begin(requestId: string, name: string, source: string): void
  readonly write: LogSink
  coldStart(requestId: string, milliseconds: number): void
  end(requestId: string, error: Error | null): void
  /** Newest first. */
  calls(): readonly LoggedCall[]
}

export function createCallLog(now: () => number): CallLog {
  const calls = new Map<string, LoggedCall>()
  return {
    begin(requestId, name, source) {
      calls.set(requestId, {
        requestId,
        name,
        source,
        startedAt: now(),
        lines: [],
        coldStart: null,
        milliseconds: null,
        error: null,
      })
      const [oldest] = calls.keys()
      if (calls.size > KEPT_CALLS && oldest) calls.delete(oldest)
    },
    write(requestId, level, text) {
      const call = requestId ? calls.get(requestId) : undefined
      if (call && call.lines.length < KEPT_LINES) call.lines.push({ level, text })
    },
    coldStart(requestId, milliseconds) {
      const call = calls.get(requestId)
      if (call) call.coldStart = milliseconds
    },
    end(requestId, error) {
      const call = calls.get(requestId)
      if (!call) return
      call.milliseconds = now() - call.startedAt
      call.error = error?.message ?? null
    },
    calls: () => [...calls.values()].reverse(),
  }
}
