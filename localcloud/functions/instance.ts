import { Worker } from 'node:worker_threads'
import { PlatformError } from '../platform-error'

/** What one invocation of a function is. */
export interface Invocation {
  readonly requestId: string
  readonly environment: Readonly<Record<string, string>>
  /** JSON. */
  readonly event: string
}

/** How a function is run. */
export interface FunctionSettings {
  readonly name: string
  readonly timeout: number
  readonly memorySize: number
}

export type LogLevel = 'debug' | 'log' | 'info' | 'warn' | 'error'
export type LogSink = (requestId: string | null, level: LogLevel, text: string) => void

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

const RUNNER = new URL('./runner.cjs', import.meta.url)
/** Loading a bundle must end within this time, as the platform's initialisation must. */
const START_SECONDS = 60

/** Starts a worker and loads the bundle into it: a cold start. */
export function startInstance(
  bundle: string,
  settings: FunctionSettings,
  environment: Readonly<Record<string, string>>,
  log: LogSink,
): Instance {
  const worker = new Worker(RUNNER, {
    env: { ...environment },
    execArgv: [],
    workerData: { bundle, memorySize: settings.memorySize },
    resourceLimits: { maxOldGenerationSizeMb: settings.memorySize },
    stdout: false,
    stderr: false,
  })
  let alive = true
  let settle: { resolve(result: string): void; reject(error: PlatformError): void } | null = null
  let started: () => void = () => undefined
  const ready = new Promise<void>((resolve) => {
    started = resolve
  })

  const fail = (error: PlatformError) => {
    const waiting = settle
    settle = null
    waiting?.reject(error)
  }
  const stop = () => {
    alive = false
    void worker.terminate()
  }
  worker.on('message', (message: Message) => {
    switch (message.type) {
      case 'ready':
        return started()
      case 'log':
        return log(message.call, message.level, message.text)
      case 'done':
        return settle?.resolve(message.result)
      case 'failed':
        return fail(new PlatformError('FUNCTIONS_EXECUTE_FAIL', `${settings.name} failed: ${message.stack}`))
      case 'memory-exceeded':
        stop()
        return fail(memoryExceeded(settings))
    }
  })
  worker.on('error', (error: NodeJS.ErrnoException) => {
    alive = false
    if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') return fail(memoryExceeded(settings))
    fail(new PlatformError('FUNCTIONS_EXECUTE_FAIL', `${settings.name} crashed: ${error.stack ?? error}`))
  })
  worker.on('exit', () => {
    alive = false
    fail(new PlatformError('FUNCTIONS_EXECUTE_FAIL', `${settings.name} ended before it answered.`))
  })

  return {
    alive: () => alive,
    stop,
    invoke: ({ requestId, environment: identity, event }) =>
      new Promise<string>((resolve, reject) => {
        settle = { resolve, reject }
        const limit = (seconds: number) =>
          setTimeout(() => {
            stop()
            fail(timeExceeded(settings, seconds))
          }, seconds * 1000)
        const starting = limit(START_SECONDS)
        ready.then(() => {
          clearTimeout(starting)
          const running = limit(settings.timeout)
          const finish = () => clearTimeout(running)
          settle = {
            resolve: (result) => {
              finish()
              resolve(result)
            },
            reject: (error) => {
              finish()
              reject(error)
            },
          }
          worker.postMessage({
            call: requestId,
            environment: identity,
            event,
            context: context(settings, requestId),
          })
        })
      }),
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

function timeExceeded({ name }: FunctionSettings, seconds: number): PlatformError {
  return new PlatformError(
    'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    `Invoking task timed out after ${seconds} seconds: ${name}.`,
  )
}

function memoryExceeded({ name, memorySize }: FunctionSettings): PlatformError {
  return new PlatformError(
    'FUNCTIONS_MEMORY_LIMIT_EXCEEDED',
    `${name} used more memory than its limit of ${memorySize} MB.`,
  )
}
