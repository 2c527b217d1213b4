import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Handles } from '@nansha/shared/api/wallet'
import { PASS_SCENARIOS, type PassScenario, SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { createStock, type Stock } from './stock'
import type { HeldPass, WalletClient } from './wallet-client'

export type HeldHandle = Handles['handles'][number]

/** A handle is scanned and judged some time after it was taken. Seconds. */
const JUDGED_AFTER = 120

/** Whether a handle is good for a scenario, and will be when it is judged. @param now Unix milliseconds */
export function suffices(scenario: ScenarioName, now: number): (handle: HeldHandle) => boolean {
  const rule = SCENARIOS[scenario].unlock
  return ({ goodUntil }) => goodUntil[rule] > now / 1000 + JUDGED_AFTER
}

/** Everything that this phone can show without asking anybody. */
export interface Stocks {
  readonly handles: Stock<HeldHandle>
  readonly passes: Readonly<Record<PassScenario, Stock<HeldPass>>>
  /** Fills up whatever runs low; what the server does not release now is fetched another time. */
  prefetch(): Promise<void>
  clear(): Promise<void>
}

/** @param now corrected time, Unix milliseconds */
export function createStocks(
  storage: SecureStorage,
  now: () => number,
  client: Pick<WalletClient, 'fetchHandles' | 'fetchPasses'>,
): Stocks {
  const passes = (scenario: PassScenario) =>
    createStock<HeldPass>({
      storage,
      now,
      key: `passes.${scenario}`,
      full: 5,
      low: 3,
      fetch: (count) => client.fetchPasses(scenario, count),
    })
  const stocks = {
    handles: createStock<HeldHandle>({
      storage,
      now,
      key: 'handles',
      full: 10,
      low: 5,
      fetch: client.fetchHandles,
    }),
    passes: { gate: passes('gate'), age: passes('age') },
  }
  const all = [stocks.handles, ...PASS_SCENARIOS.map((scenario) => stocks.passes[scenario])]
  return {
    ...stocks,
    async prefetch() {
      for (const stock of all) await stock.prefetch().catch(() => undefined)
    },
    async clear() {
      for (const stock of all) await stock.clear()
    },
  }
}
