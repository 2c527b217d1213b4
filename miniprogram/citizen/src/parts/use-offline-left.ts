import type { ScenarioName } from '@nansha/shared/scenarios'
import { useEffect, useState } from 'react'
import { isPassScenario, suffices } from '../present/take-code'
import { now, wallet } from '../services'

/**
 * How many more presentations this phone can make without network, after trying to fetch more where few are left.
 * `undefined` until storage has answered.
 */
export function useOfflineLeft(scenario: ScenarioName): number | undefined {
  const [left, setLeft] = useState<number>()
  useEffect(() => {
    const stock = isPassScenario(scenario) ? wallet.stocks.passes[scenario] : wallet.stocks.handles
    const count = () => countLeft(scenario).then(setLeft, () => undefined)
    void count()
    stock.prefetch().then(count, () => undefined)
  }, [scenario])
  return left
}

async function countLeft(scenario: ScenarioName): Promise<number> {
  if (isPassScenario(scenario)) return (await wallet.stocks.passes[scenario].left()).length
  return (await wallet.stocks.handles.left()).filter(suffices(scenario, now())).length
}
