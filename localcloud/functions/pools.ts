import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { FunctionDefinition } from '../deployment'
import { PlatformError } from '../platform-error'
import type { CallLog } from './call-log'
import { startInstance } from './instance'
import { createPool, type Pool } from './pool'

/** What the platform gives a function without settings (the CLI's defaults). */
const DEFAULTS = { timeout: 5, memorySize: 256 }

/** Where bundles are and what they are run with. */
export interface PoolsOptions {
  readonly functionsDir: string
  readonly definitions: readonly FunctionDefinition[]
  /** Secrets and settings of each function, by name. */
  readonly environment: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** The environment of the platform itself, which every function has. */
  readonly platformEnvironment: Readonly<Record<string, string>>
  /** How many times as long as defined a function may run. */
  readonly timeLimitFactor: number
  readonly log: CallLog
}

/** The pool of each function: of the bundle that is built now. */
export interface Pools {
  /** @throws PlatformError FUNCTION_NOT_FOUND when no bundle of this name is built */
  of(name: string): Pool
  /** True when a bundle of this name is built. */
  exists(name: string): boolean
  /** The number of instances of each function that has any. */
  sizes(): Record<string, number>
  /** Ends every instance; answers when none of their processes is left. */
  close(): Promise<void>
}

interface LoadedPool {
  readonly pool: Pool
  /** When the bundle was built, in milliseconds: a newer one retires the pool. */
  readonly built: number
}

export function createPools(options: PoolsOptions): Pools {
  const { functionsDir } = options
  const pools = new Map<string, LoadedPool>()
  /** Pools of older bundles whose last calls may still run. */
  const retired = new Set<Pool>()

  const retire = (pool: Pool) => {
    pool.retire()
    for (const former of retired) if (former.size() === 0) retired.delete(former)
    retired.add(pool)
  }

  return {
    of(name) {
      const built = builtAt(functionsDir, name)
      if (built === null)
        throw new PlatformError(
          'FUNCTION_NOT_FOUND',
          `The function ${name.slice(0, 60)} is not built: npm run build:functions.`,
        )
      const known = pools.get(name)
      if (known?.built === built) return known.pool
      if (known) retire(known.pool)
      const pool = createPoolOf(name, options)
      pools.set(name, { pool, built })
      return pool
    },
    exists: (name) => builtAt(functionsDir, name) !== null,
    sizes: () => Object.fromEntries([...pools].map(([name, { pool }]) => [name, pool.size()])),
    async close() {
      const all = [...retired, ...[...pools.values()].map(({ pool }) => pool)]
      await Promise.all(all.map((pool) => pool.close()))
    },
  }
}

function createPoolOf(name: string, options: PoolsOptions): Pool {
  const defined = { ...DEFAULTS, ...options.definitions.find((definition) => definition.name === name) }
  const settings = { ...defined, name, timeout: defined.timeout * options.timeLimitFactor }
  const environment = { ...options.platformEnvironment, ...options.environment[name] }
  const bundle = bundleOf(options.functionsDir, name)
  return createPool(settings, () => startInstance(bundle, settings, environment, options.log))
}

const bundleOf = (functionsDir: string, name: string) => join(functionsDir, name, 'index.js')

function builtAt(functionsDir: string, name: string): number | null {
  if (!/^[A-Za-z][\w-]{0,59}$/.test(name)) return null
  return statSync(bundleOf(functionsDir, name), { throwIfNoEntry: false })?.mtimeMs ?? null
}
