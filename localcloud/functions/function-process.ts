import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { LogLevel } from './call-log'
import type { FunctionSettings } from './function-failures'

/** What a function's process says. */
export type RunnerMessage =
  | { type: 'ready' }
  | { type: 'log'; call: string | null; level: LogLevel; text: string }
  | { type: 'done'; call: string; result: string }
  | { type: 'failed'; call: string; stack: string }
  | { type: 'crashed'; stack: string }
  | { type: 'memory-exceeded' }

/** Why a process is no more. */
export type Ending = 'memory' | 'other'

/** A process with one function in it. */
export interface FunctionProcess {
  send(message: object): void
  /** Ends it at once, whatever it is doing. */
  kill(): void
}

const RUNNER = fileURLToPath(new URL('./runner.cjs', import.meta.url))
/** What V8 prints before it gives up: the heap met its limit between two looks of the warden. */
const HEAP_EXHAUSTED = /JavaScript heap out of memory|invalid array buffer length/
const KEPT_OF_STDERR = 4000

/**
 * Starts a process and lets it load a bundle. Its environment is exactly the given one; what it prints outside
 * `console` goes where this process prints.
 *
 * @param heard is called with each message
 * @param ended is called when the process is gone and nothing more will be heard
 */
export function startFunctionProcess(
  bundle: string,
  { memorySize }: FunctionSettings,
  environment: Readonly<Record<string, string>>,
  heard: (message: RunnerMessage) => void,
  ended: (ending: Ending) => void,
): FunctionProcess {
  const child = fork(RUNNER, [bundle, String(memorySize)], {
    env: { ...environment },
    execArgv: [`--max-old-space-size=${memorySize}`],
    stdio: ['ignore', 'inherit', 'pipe', 'ipc', 'pipe'],
  })
  const printed = passOnErrors(child)
  let tooLarge = false
  child.stdio[4]?.on('data', () => (tooLarge = true)).on('error', () => undefined)
  child.on('message', (message) => heard(message as RunnerMessage))
  // 'close' follows 'exit' when the pipes are read to their ends: the warden's last word has arrived by then.
  child.once('close', () => ended(tooLarge || HEAP_EXHAUSTED.test(printed()) ? 'memory' : 'other'))
  child.on('error', () => {
    if (child.pid === undefined) ended('other')
  })
  return {
    send: (message) => void child.send(message, () => undefined),
    kill: () => void child.kill('SIGKILL'),
  }
}

/** Prints what the process prints as errors; answers the end of it. */
function passOnErrors({ stderr }: ChildProcess): () => string {
  let kept = ''
  stderr?.on('data', (chunk: Buffer) => {
    process.stderr.write(chunk)
    kept = (kept + chunk.toString()).slice(-KEPT_OF_STDERR)
  })
  return () => kept
}
