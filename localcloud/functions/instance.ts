import { Worker } from 'node:worker_threads'
import type { PlatformError } from '../platform-error'
import type { CallLog, LogLevel } from './call-log'
import { executionFailed, type FunctionSettings, memoryExceeded, timeExceeded } from './function-failures'

/** What one invocation of a function is. */
export interface Invocation {
  readonly requestId: string
  readonly environment: Readonly<Record<string, string>>
  /** JSON. */
  readonly event: string
}

/** A worker thread with one function loaded, which serves one call at a time. */
export interface Instance {
  /** Answers the JSON that the function returned. @throws PlatformError as the platform reports it */
  invoke(invocation: Invocation): Promise<string>
  /** False once it has ended: it failed in a way that ends a container, or was stopped. */
  alive(): boolean
  stop(): void
}

type Message =
  | { type: 'ready' }
  | { type: 'log'; call: string | null; level: LogLevel; text: string }
  | { type: 'done'; call: string; result: string }
  | { type: 'failed'; call: string; stack: string }
  | { type: 'memory-exceeded'; call: string | null }

interface Waiting {
  resolve(result: string): void
  reject(error: PlatformError): void
  limit: NodeJS.Timeout
}

const RUNNER = new URL('./runner.cjs', import.meta.url)
/** Loading a bundle must end within this time, as the platform's initialisation must. */
const START_SECONDS = 60

/** Starts a worker and loads the bundle into it: a cold start. */
export function startInstance(
  bundle: string,
  settings: FunctionSettings,
  environment: Readonly<Record<string, string>>,
  log: Pick<CallLog, 'write' | 'coldStart'>,
): Instance {
  const worker = new Worker(RUNNER, {
    env: { ...environment },
    execArgv: [],
    workerData: { bundle, memorySize: settings.memorySize },
    resourceLimits: { maxOldGenerationSizeMb: settings.memorySize },
  })
  const startedAt = performance.now()
  let alive = true
  let loadedIn: number | null = null
  let waiting: Waiting | null = null
  const settle = (use: (call: Waiting) => void) => {
    const call = waiting
    waiting = null
    if (!call) return
    clearTimeout(call.limit)
    use(call)
  }
  const fail = (error: PlatformError) => settle(({ reject }) => reject(error))
  const end = (error: PlatformError) => {
    alive = false
    void worker.terminate()
    fail(error)
  }
  const ready = new Promise<void>((started) => {
    worker.on('message', (message: Message) => {
      if (message.type === 'ready') {
        loadedIn = performance.now() - startedAt
        started()
      } else if (message.type === 'log') log.write(message.call, message.level, message.text)
      else if (message.type === 'done') settle(({ resolve }) => resolve(message.result))
      else if (message.type === 'failed') fail(executionFailed(settings, message.stack))
      else end(memoryExceeded(settings))
    })
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    end(outOfMemory ? memoryExceeded(settings) : executionFailed(settings, error.stack ?? String(error)))
  })
  worker.on('exit', () => end(executionFailed(settings, 'it ended before it answered')))

  return {
    alive: () => alive,
    stop: () => end(executionFailed(settings, 'it was stopped')),
    invoke: ({ requestId, environment: identity, event }) =>
      new Promise<string>((resolve, reject) => {
        const cold = loadedIn === null
        const call: Waiting = { resolve, reject, limit: limitTo(START_SECONDS) }
        waiting = call
        ready.then(() => {
          if (waiting !== call) return
          if (cold && loadedIn !== null) log.coldStart(requestId, Math.round(loadedIn))
          clearTimeout(call.limit)
          call.limit = limitTo(settings.timeout)
          worker.postMessage({
            call: requestId,
            environment: identity,
            event,
            context: context(settings, requestId),
          })
        })
      }),
  }

  function limitTo(seconds: number): NodeJS.Timeout {
    return setTimeout(() => end(timeExceeded(settings, seconds)), seconds * 1000)
  }
}

/** The second argument of a function, as far as the platform documents it. */
function context(settings: FunctionSettings, requestId: string): object {
  return {
    request_id: requestId,
    function_name: settings.name,
    function_version: '$LATEST',
    memory_limit_in_mb: settings.memorySize,
    time_limit_in_ms: settings.timeout * 1000,
  }
}
