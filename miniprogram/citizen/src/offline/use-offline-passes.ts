import { codeOf } from '@nansha/kit/cloud/ask'
import type { ErrorCode } from '@nansha/shared/errors'
import type { PassScenario } from '@nansha/shared/scenarios'
import { useCallback, useState } from 'react'
import { useWallet } from '../wallet/use-wallet'
import type { WalletSession } from '../wallet/wallet-session'

export interface PassesLeft {
  readonly scenario: PassScenario
  readonly left: number
  /** Unix seconds at which the first of them ends; absent when there is none. */
  readonly until?: number
}

export type OfflinePasses =
  | { readonly phase: 'loading' }
  /** `missing`: why they could not be filled up. */
  | { readonly phase: 'counted'; readonly passes: readonly PassesLeft[]; readonly missing?: ErrorCode }

/** Fills up what runs low, and counts. */
export function useOfflinePasses() {
  const { wallet } = useWallet()
  const [state, setState] = useState<OfflinePasses>({ phase: 'loading' })
  const fill = useCallback(async () => {
    setState({ phase: 'loading' })
    let missing: ErrorCode | undefined
    const scenarios = await wallet.stocks.passScenarios()
    for (const scenario of scenarios) {
      await wallet.stocks.passes[scenario].prefetch().catch((error) => {
        missing = codeOf(error)
      })
    }
    const passes = await Promise.all(scenarios.map((scenario) => count(wallet, scenario)))
    setState({ phase: 'counted', passes, ...(missing && { missing }) })
  }, [wallet])
  return { state, fill }
}

async function count(wallet: WalletSession, scenario: PassScenario): Promise<PassesLeft> {
  const held = await wallet.stocks.passes[scenario].left()
  const ends = held.map(({ expiresAt }) => expiresAt)
  return { scenario, left: held.length, ...(ends.length > 0 && { until: Math.min(...ends) }) }
}
