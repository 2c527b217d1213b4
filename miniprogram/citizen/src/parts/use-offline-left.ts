import type { ScenarioName } from '@nansha/shared/scenarios'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { isPassScenario, suffices } from '../present/take-code'
import { now, wallet } from '../services'

/**
 * How many more presentations this phone can make without network, after trying to fetch more where few are left;
 * counted anew when the page comes back. `undefined` until storage has answered.
 */
export function useOfflineLeft(scenario: ScenarioName): number | undefined {
  const [left, setLeft] = useState<number>()
  const refresh = useCallback(() => {
    const stock = isPassScenario(scenario) ? wallet.stocks.passes[scenario] : wallet.stocks.handles
    const count = () => countLeft(scenario).then(setLeft, () => undefined)
    void count()
    stock.prefetch().then(count, () => undefined)
  }, [scenario])
  useEffect(refresh, [refresh])
  useDidShow(refresh)
  return left
}

async function countLeft(scenario: ScenarioName): Promise<number> {
  if (isPassScenario(scenario)) return (await wallet.stocks.passes[scenario].left()).length
  return (await wallet.stocks.handles.left()).filter(suffices(scenario, now())).length
}
