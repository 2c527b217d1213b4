import { useClock } from '@nansha/kit/device/corrected-clock'
import { isPassScenario, type ScenarioName } from '@nansha/shared/scenarios'
import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useState } from 'react'
import { suffices } from '../wallet/stocks'
import { useWallet } from '../wallet/use-wallet'
import type { WalletSession } from '../wallet/wallet-session'

/**
 * How many more presentations this phone can make without network, after trying to fetch more where few are left;
 * counted anew when the page comes back. `undefined` until storage has answered.
 */
export function useOfflineLeft(scenario: ScenarioName): number | undefined {
  const { wallet } = useWallet()
  const { now } = useClock()
  const [left, setLeft] = useState<number>()
  const refresh = useCallback(() => {
    const stock = isPassScenario(scenario) ? wallet.stocks.passes[scenario] : wallet.stocks.handles
    const count = () => countLeft(wallet, scenario, now()).then(setLeft, () => undefined)
    void count()
    stock.prefetch().then(count, () => undefined)
  }, [wallet, now, scenario])
  useEffect(refresh, [refresh])
  useDidShow(refresh)
  return left
}

async function countLeft(wallet: WalletSession, scenario: ScenarioName, now: number): Promise<number> {
  if (isPassScenario(scenario)) return (await wallet.stocks.passes[scenario].left()).length
  return (await wallet.stocks.handles.left()).filter(suffices(scenario, now)).length
}
