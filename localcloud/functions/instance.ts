import type { PlatformError } from '../platform-error'
import type { CallLog } from './call-log'
import { executionFailed, type FunctionSettings, memoryExceeded, timeExceeded } from './function-failures'
import { type RunnerMessage, startFunctionProcess } from './function-process'
import { createPendingCall, type PendingCall } from './pending-call'

/** What one invocation of a function is. */
export interface Invocation {
  readonly requestId: string
  readonly environment: Readonly<Record<string, string>>
  /** JSON. */
  readonly event: string
}

export interface Instance {
  /** Answers the JSON that the function returned. @throws PlatformError as the platform reports it */
  invoke(invocation: Invocation): Promise<string>
  /** False once it has ended: it failed in a way that ends a container, or was stopped. */
  alive(): boolean
  /** Ends it whatever it is doing; answers when its process is gone. */
  stop(): Promise<void>
}

/** Loading a bundle must end within this time, as the platform's initialisation must, or within the function's own if that is longer. */
const START_SECONDS = 60

const THREW = 'it threw what nothing caught; its log has the error.'
const ENDED = 'its process ended before it answered.'
const STOPPED = 'it was stopped.'

/** Starts a process and loads the bundle into it: a cold start. */
export function startInstance(
  bundle: string,
  settings: FunctionSettings,
  environment: Readonly<Record<string, string>>,
  log: Pick<CallLog, 'write' | 'coldStart'>,
): Instance {
  const startedAt = performance.now()
  const pending = createPendingCall()
  let alive = true
  let loadedIn: number | null = null
  let loaded: () => void = () => undefined
  const isLoaded = new Promise<void>((resolve) => (loaded = resolve))
  let gone: () => void = () => undefined
  const isGone = new Promise<void>((resolve) => (gone = resolve))

  const end = (error: PlatformError) => {
    alive = false
    running.kill()
    pending.reject(error)
  }
  const limit = (seconds: number) => pending.limit(seconds, () => end(timeExceeded(settings, seconds)))
  const ready = () => {
    loadedIn = performance.now() - startedAt
    loaded()
  }
  const hear = createListener(settings, log, pending, { ready, end })
  const running = startFunctionProcess(bundle, settings, environment, hear, (ending) => {
    end(ending === 'memory' ? memoryExceeded(settings) : executionFailed(settings, ENDED))
    gone()
  })

  return {
    alive: () => alive,
    stop() {
      end(executionFailed(settings, STOPPED))
      return isGone
    },
    async invoke({ requestId, environment: identity, event }) {
      if (!alive) throw executionFailed(settings, ENDED)
      const cold = loadedIn === null
      const result = pending.begin(requestId)
      limit(Math.max(START_SECONDS, settings.timeout))
      isLoaded.then(() => {
        if (pending.requestId() !== requestId) return
        if (cold && loadedIn !== null) log.coldStart(requestId, Math.round(loadedIn))
        limit(settings.timeout)
        running.send({ call: requestId, environment: identity, event, context: context(settings, requestId) })
      })
      return result
    },
  }
}

/** Makes what is done with each message of a function's process. */
function createListener(
  settings: FunctionSettings,
  log: Pick<CallLog, 'write'>,
  pending: Pick<PendingCall, 'requestId' | 'resolve' | 'reject'>,
  { ready, end }: { readonly ready: () => void; readonly end: (error: PlatformError) => void },
) {
  /** What the function threw goes to its log and to the inspector, never to a caller. */
  const report = (stack: string) => {
    log.write(pending.requestId(), 'error', stack)
    process.stderr.write(`${settings.name}: ${stack}\n`)
  }
  return (message: RunnerMessage) => {
    if (message.type === 'ready') ready()
    else if (message.type === 'log') log.write(message.call, message.level, message.text)
    else if (message.type === 'done') pending.resolve(message.result)
    else if (message.type === 'memory-exceeded') end(memoryExceeded(settings))
    else {
      report(message.stack)
      if (message.type === 'failed') pending.reject(executionFailed(settings, THREW))
      else end(executionFailed(settings, THREW))
    }
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
