import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Functions } from '../functions/functions'
import { PlatformError } from '../platform-error'
import { type Cron, nextFire, parseCron } from './cron'

const configSchema = v.object({
  triggers: v.optional(
    v.array(v.strictObject({ name: v.string(), type: v.literal('timer'), config: v.string() })),
    [],
  ),
})

/** Longer waits are cut in pieces: a JavaScript timer overflows after 24 days, and a laptop sleeps. */
const LONGEST_WAIT = 60_000

/** A timer of a function's config.json. */
export interface Timer {
  readonly functionName: string
  readonly name: string
  readonly expression: string
  readonly nextAt: number | null
}

/** The timers of the built functions. */
export interface Timers {
  list(): Timer[]
  /** Fires one now, as the platform would at its time. @throws PlatformError NOT_FOUND */
  fire(functionName: string, name: string): Promise<void>
  close(): void
}

interface Entry {
  readonly functionName: string
  readonly name: string
  readonly expression: string
  readonly cron: Cron
}

/** Reads the triggers and waits for their times. @throws Error naming a config.json that is malformed */
export function startTimers(functionsDir: string, functions: Functions, now: () => number): Timers {
  const entries = readTriggers(functionsDir)
  let from = now()
  const fire = async (entry: Entry) => {
    const event = { Type: 'Timer', TriggerName: entry.name, Time: new Date(now()).toISOString(), Message: '' }
    await functions.call(entry.functionName, JSON.stringify(event), { account: null, source: 'wx_trigger' })
  }
  const tick = () => {
    const to = now()
    for (const entry of entries) {
      const due = nextFire(entry.cron, from)
      if (due !== null && due <= to) fire(entry).catch(() => undefined)
    }
    from = to
    schedule()
  }
  let waiting: NodeJS.Timeout | undefined
  const schedule = () => {
    const dues = entries.flatMap(({ cron }) => nextFire(cron, from) ?? [])
    waiting = setTimeout(tick, Math.max(0, Math.min(...dues, from + LONGEST_WAIT) - now()))
    waiting.unref()
  }
  if (entries.length > 0) schedule()

  return {
    list: () => entries.map(({ cron, ...entry }) => ({ ...entry, nextAt: nextFire(cron, now()) })),
    async fire(functionName, name) {
      const entry = entries.find((timer) => timer.functionName === functionName && timer.name === name)
      if (!entry) throw new PlatformError('NOT_FOUND', 'There is no such timer.')
      await fire(entry)
    },
    close: () => clearTimeout(waiting),
  }
}

function readTriggers(functionsDir: string): Entry[] {
  if (!existsSync(functionsDir)) return []
  return readdirSync(functionsDir).flatMap((functionName) => {
    const file = join(functionsDir, functionName, 'config.json')
    if (!existsSync(file)) return []
    try {
      const { triggers } = v.parse(configSchema, JSON.parse(readFileSync(file, 'utf8')))
      return triggers.map(({ name, config }) => ({
        functionName,
        name,
        expression: config,
        cron: parseCron(config),
      }))
    } catch (error) {
      throw new Error(`${file} is malformed: ${(error as Error).message}`, { cause: error })
    }
  })
}
