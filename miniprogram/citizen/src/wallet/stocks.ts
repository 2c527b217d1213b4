import type { SecureStorage } from '@nansha/kit/device/secure-storage'
import type { Handles } from '@nansha/shared/api/wallet-answers'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { unixSeconds } from '@nansha/shared/fields'
import {
  documentOf,
  PASS_SCENARIOS,
  type PassScenario,
  SCENARIOS,
  type ScenarioName,
} from '@nansha/shared/scenarios'
import * as v from 'valibot'
import type { HeldPass } from './client/showing'
import { readDocuments } from './held-documents'
import { createStock, type Stock } from './stock'
import type { WalletClient } from './wallet-client'

export type HeldHandle = Handles['handles'][number]

const StoredHandle: v.GenericSchema<HeldHandle> = v.object({
  handle: v.string(),
  expiresAt: unixSeconds,
  goodUntil: v.object({
    'fresh-face-or-fresh-pin': unixSeconds,
    'fresh-face-or-pin': unixSeconds,
    'pin-or-biometric': unixSeconds,
  }),
})

const StoredPass: v.GenericSchema<HeldPass> = v.object({
  pass: v.string(),
  portrait: v.string(),
  expiresAt: unixSeconds,
})

/** Time between taking a handle and its check at the desk. */
const CHECK_DELAY_SECONDS = 120

/** Whether a handle is good for a scenario, and will be when it is judged. @param now Unix milliseconds */
export function suffices(scenario: ScenarioName, now: number): (handle: HeldHandle) => boolean {
  const rule = SCENARIOS[scenario].unlock
  return ({ goodUntil }) => goodUntil[rule] > now / 1000 + CHECK_DELAY_SECONDS
}

/** Everything that this phone can show without a network. */
export interface Stocks {
  readonly handles: Stock<HeldHandle>
  readonly passes: Readonly<Record<PassScenario, Stock<HeldPass>>>
  /**
   * Fills up whatever runs low; what the server does not release now is fetched another time.
   *
   * @param lastingMs what ends sooner counts as gone
   */
  prefetch(lastingMs?: number): Promise<void>
  /** The purposes that this phone can have passes for: those that take no further document, or one that is on it. */
  passScenarios(): Promise<readonly PassScenario[]>
  /** What says how a document stood yesterday is not shown today. */
  clearPassesOf(document: DocumentType): Promise<void>
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
      item: StoredPass,
      full: 5,
      low: 3,
      fetch: (count) => client.fetchPasses(scenario, count),
    })
  const stocks = {
    handles: createStock<HeldHandle>({
      storage,
      now,
      key: 'handles',
      item: StoredHandle,
      full: 10,
      low: 5,
      fetch: client.fetchHandles,
    }),
    passes: Object.fromEntries(PASS_SCENARIOS.map((name) => [name, passes(name)])) as Stocks['passes'],
  }
  const all = [stocks.handles, ...PASS_SCENARIOS.map((scenario) => stocks.passes[scenario])]
  const passScenarios = async () => {
    const held = (await readDocuments(storage)).map(({ type }) => type)
    return PASS_SCENARIOS.filter((scenario) => {
      const type = documentOf(scenario)
      return type === undefined || held.includes(type)
    })
  }
  return {
    ...stocks,
    passScenarios,
    async clearPassesOf(type) {
      for (const scenario of PASS_SCENARIOS)
        if (documentOf(scenario) === type) await stocks.passes[scenario].clear()
    },
    async prefetch(lastingMs) {
      const passes = (await passScenarios()).map((scenario) => stocks.passes[scenario])
      for (const stock of [stocks.handles, ...passes]) await stock.prefetch(lastingMs).catch(() => undefined)
    },
    async clear() {
      for (const stock of all) await stock.clear()
    },
  }
}
