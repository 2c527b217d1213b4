import type { Ask } from '@nansha/kit/cloud/ask'
import { readJson } from '@nansha/kit/device/read-json'
import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Store } from '@nansha/kit/state/create-store'
import { createValue } from '@nansha/kit/state/create-value'
import type { VerifyEvent, Warnings } from '@nansha/shared/api/verify'
import { DAY_SECONDS } from '@nansha/shared/clock/durations'
import type { ScenarioName } from '@nansha/shared/scenarios'
import { array, string } from 'valibot'

/** Something that a desk must hear of at once, although the guest may be gone. */
export type Warning = Warnings['warnings'][number]

/** Older ones are history and do not interrupt. */
const RECENT_SECONDS = DAY_SECONDS
const READ = 'warnings-read'
const READ_KEPT = 200

export interface Watch {
  /** Warnings that nobody at this desk has read, newest first. */
  readonly store: Store<readonly Warning[], readonly Warning[]>
  /** Asks the cloud and the reports of passes. Without network it keeps what it knows. Never throws. */
  look(): Promise<void>
  /** Somebody has read it. */
  acknowledge(warning: Pick<Warning, 'id'>): Promise<void>
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
    const read = await loadRead()
    const event: VerifyEvent = { action: 'warnings', read }
    const { warnings } = await ask<Warnings>('verify', event)
    const known = new Map(
      passUses.store
        .get()
        .doubles.map(doubleOf)
        .map((warning) => [warning.id, warning]),
    )
    for (const warning of warnings) known.set(warning.id, warning)
    const isNews = ({ id, raisedAt }: Warning) =>
      !read.includes(id) && now() / 1000 - raisedAt < RECENT_SECONDS
    return [...known.values()].filter(isNews).sort((one, other) => other.raisedAt - one.raisedAt)
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

/** The gate that reported a pass second hears of it by its own report, under the same name as the first. */
function doubleOf({ passId, scenario, at }: Doubled): Warning {
  return { id: `double.${passId}`, kind: 'double', scenario, at, raisedAt: at, staff: '' }
}

const ids = (warnings: readonly Warning[]) => warnings.map(({ id }) => id).join()
