import type { Ask } from '@nansha/kit/cloud/ask'
import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import type { Checks, VerifyEvent } from '@nansha/shared/api/verify'
import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { array, string } from 'valibot'

/** Something that a desk must hear of at once, although the guest may be gone. */
export interface Warning {
  readonly id: string
  /** `disputed`: the citizen said "not me"; `double`: a pass was used at another gate too. */
  readonly kind: 'disputed' | 'double'
  readonly scenario: ScenarioName
  /** Unix seconds of the check. */
  readonly at: number
}

/** Older ones are history and do not interrupt. */
const RECENT_SECONDS = DAY_SECONDS
const READ = 'warnings-read'
const READ_KEPT = 200

export interface Watch {
  /** Warnings that nobody at this desk has read, newest first. */
  readonly store: Store<readonly Warning[], readonly Warning[]>
  /** Asks the cloud and the reports of passes. Without network it keeps what it knows. Never throws. */
  look(): Promise<void>
  /** The warning was read. */
  acknowledge(warning: Warning): Promise<void>
}

interface Doubled {
  readonly passId: string
  readonly scenario: ScenarioName
  /** Unix seconds of the check. */
  readonly at: number
}

/** Passes of this desk that another gate reported too. */
export interface DoubledPasses {
  readonly store: Pick<Store<{ readonly doubles: readonly Doubled[] }, never>, 'get'>
  load(): Promise<void>
}

export interface WatchPorts {
  readonly ask: Ask
  readonly storage: SecureStorage
  /** Unix milliseconds. */
  readonly now: () => number
  readonly passUses: DoubledPasses
}

export function createWatch({ ask, storage, now, passUses }: WatchPorts): Watch {
  const store = createValue<readonly Warning[]>([])
  const loadRead = async () => (await readJson(storage, READ, array(string()))) ?? []

  const find = async () => {
    await passUses.load()
    const event: VerifyEvent = { action: 'checks' }
    const { checks } = await ask<Checks>('verify', event)
    const doubles = passUses.store.get().doubles.map(({ passId, ...use }) => double(passId, use))
    const read = new Set(await loadRead())
    const known = new Map([...checks.flatMap(warningsOf), ...doubles].map((warning) => [warning.id, warning]))
    return [...known.values()].filter(({ id, at }) => !read.has(id) && now() / 1000 - at < RECENT_SECONDS)
  }

  return {
    store,
    async look() {
      await find().then(
        (warnings) => {
          if (ids(warnings) !== ids(store.get())) store.dispatch(warnings)
        },
        () => undefined,
      )
    },
    async acknowledge({ id }) {
      store.dispatch(store.get().filter((warning) => warning.id !== id))
      const read = [...(await loadRead()), id].slice(-READ_KEPT)
      await storage.set(READ, JSON.stringify(read))
    },
  }
}

function warningsOf({ useId, state, doubled, scenario, at }: Checks['checks'][number]): Warning[] {
  if (useId === undefined) return []
  const disputed: Warning[] =
    state === 'disputed' ? [{ id: `disputed.${useId}`, kind: 'disputed', scenario, at }] : []
  return doubled ? [...disputed, double(useId, { scenario, at })] : disputed
}

function double(passId: string, { scenario, at }: { scenario: ScenarioName; at: number }): Warning {
  return { id: `double.${passId}`, kind: 'double', scenario, at }
}

const ids = (warnings: readonly Warning[]) => warnings.map(({ id }) => id).join()
