import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import { unixSeconds } from '@nansha/shared/api/fields'
import type { Handles } from '@nansha/shared/api/wallet'
import { PASS_SCENARIOS, type PassScenario } from '@nansha/shared/pass/pass'
import * as v from 'valibot'
import { createStock, type Stock } from './stock'
import type { WalletClient } from './wallet-client'

export type HeldHandle = Handles['handles'][number]

const HeldHandle: v.GenericSchema<HeldHandle> = v.object({
  handle: v.string(),
  expiresAt: unixSeconds,
  freshUntil: unixSeconds,
})

const HeldPass = v.object({
  /** `<jws>~` */
  pass: v.string(),
  /** Grey WebP, base64. */
  portrait: v.string(),
  expiresAt: unixSeconds,
})
/** A pass, and the portrait that is shown in turn with it. */
export type HeldPass = Readonly<v.InferOutput<typeof HeldPass>>

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
      item: HeldPass,
      full: 5,
      low: 3,
      fetch: (count) => client.fetchPasses(scenario, count),
    })
  const stocks = {
    handles: createStock<HeldHandle>({
      storage,
      now,
      key: 'handles',
      item: HeldHandle,
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
