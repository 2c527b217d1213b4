import { randomUUID } from 'node:crypto'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionDefinition } from '../deployment'
import { PlatformError } from '../platform-error'
import { type CallContext, callEnvironment, type RunningCalls } from './call-context'
import type { CallLog } from './call-log'
import { startInstance } from './instance'
import { createPool, type Pool } from './pool'

/** What the platform gives a function without settings (the CLI's defaults). */
const DEFAULTS = { timeout: 5, memorySize: 256 }
const MAX_EVENT_BYTES = 100 * 1024
const MAX_RESULT_BYTES = 6 * 1024 * 1024

/** The deployed functions. */
export interface Functions {
  /** Calls a function with a JSON event and answers its JSON result with the id under which its log is kept. */
  call(name: string, event: string, context: CallContext): Promise<{ requestId: string; result: string }>
  /** True when a bundle of this name is built. */
  exists(name: string): boolean
  /** The number of instances of each function that has any. */
  instances(): Record<string, number>
  /** Ends every instance; answers when none of their processes is left. */
  close(): Promise<void>
}

/** Where bundles are and what they are run with. */
export interface FunctionsOptions {
  readonly functionsDir: string
  readonly definitions: readonly FunctionDefinition[]
  /** Secrets and settings of each function, by name. */
  readonly environment: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The environment of the platform itself, which every function has. */
  readonly platformEnvironment: Readonly<Record<string, string>>
  /** How many times as long as defined a function may run. */
  readonly timeLimitFactor: number
  readonly calls: RunningCalls
  readonly log: CallLog
}

interface LoadedPool {
  readonly pool: Pool
  /** When the bundle was built, in milliseconds: a newer one retires the pool. */
  readonly built: number
}

export function createFunctions(options: FunctionsOptions): Functions {
  const pools = new Map<string, LoadedPool>()
  /** Pools of older bundles whose last calls may still run. */
  const retired = new Set<Pool>()

  const poolOf = (name: string): Pool => {
    const bundle = join(options.functionsDir, name, 'index.js')
    const built = builtAt(name, bundle)
    if (built === null)
      throw new PlatformError(
        'FUNCTION_NOT_FOUND',
        `The function ${name.slice(0, 60)} is not built: npm run build:functions.`,
      )
    const known = pools.get(name)
    if (known?.built === built) return known.pool
    if (known) retire(known.pool)

    const defined = { ...DEFAULTS, ...options.definitions.find((definition) => definition.name === name) }
    const settings = { ...defined, name, timeout: defined.timeout * options.timeLimitFactor }
    const environment = { ...options.platformEnvironment, ...options.environment[name] }
    const pool = createPool(settings, () => startInstance(bundle, settings, environment, options.log))
    pools.set(name, { pool, built })
    return pool
  }

  const retire = (pool: Pool) => {
    pool.retire()
    for (const former of retired) if (former.size() === 0) retired.delete(former)
    retired.add(pool)
  }

  return {
    async call(name, event, context) {
      if (Buffer.byteLength(event) > MAX_EVENT_BYTES) {
        throw new PlatformError(
          'EXCEED_REQUEST_SIZE_LIMIT',
          'The event is larger than 100 kB: upload files instead.',
        )
      }
      const pool = poolOf(name)
      const requestId = randomUUID()
      const token = options.calls.begin(context)
      options.log.begin(requestId, name, context.source)
      try {
        const result = await pool.invoke({ requestId, environment: callEnvironment(context, token), event })
        if (Buffer.byteLength(result) > MAX_RESULT_BYTES) {
          throw new PlatformError('FUNCTIONS_EXECUTE_FAIL', `The result of ${name} is larger than 6 MB.`)
        }
        options.log.end(requestId, null)
        return { requestId, result }
      } catch (error) {
        options.log.end(requestId, error as Error)
        throw error
      } finally {
        options.calls.end(token)
      }
    },
    exists: (name) => builtAt(name, join(options.functionsDir, name, 'index.js')) !== null,
    instances: () => Object.fromEntries([...pools].map(([name, { pool }]) => [name, pool.size()])),
    async close() {
      const all = [...retired, ...[...pools.values()].map(({ pool }) => pool)]
      await Promise.all(all.map((pool) => pool.close()))
    },
  }
}

function builtAt(name: string, bundle: string): number | null {
  if (!/^[A-Za-z][\w-]{0,59}$/.test(name)) return null
  return statSync(bundle, { throwIfNoEntry: false })?.mtimeMs ?? null
}
