import type { ScenarioName } from '@nansha/shared/scenarios'
import { useCallback, useEffect, useState } from 'react'
import { isPassScenario, suffices } from '../present/take-code'
import { now, wallet } from '../services'

/**
 * How many more presentations this phone can make without network, after trying to fetch more where few are left.
 * `undefined` until storage has answered.
 */
export function useOfflineLeft(scenario: ScenarioName) {
  const [left, setLeft] = useState<number>()
  const refresh = useCallback(async () => {
    const stock = isPassScenario(scenario) ? wallet.stocks.passes[scenario] : wallet.stocks.handles
    const count = () => countLeft(scenario).then(setLeft, () => undefined)
    await count()
    await stock.prefetch().then(count, () => undefined)
  }, [scenario])
  useEffect(() => void refresh(), [refresh])
  return { left, refresh }
}

async function countLeft(scenario: ScenarioName): Promise<number> {
  if (isPassScenario(scenario)) return (await wallet.stocks.passes[scenario].left()).length
  return (await wallet.stocks.handles.left()).filter(suffices(scenario, now())).length
}
