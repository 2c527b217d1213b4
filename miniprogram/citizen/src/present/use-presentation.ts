import { codeOf } from '@nansha/kit/cloud/ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { useQuery } from '@nansha/kit/device/use-query'
import { useStore } from '@nansha/kit/state/use-store'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIO_NAMES, type ScenarioName, takesChildren } from '@nansha/shared/scenarios'
import { useEffect, useReducer, useRef } from 'react'
import { LAST_PURPOSE, rememberPurpose } from '../parts/last-purpose'
import { useWallet } from '../wallet/use-wallet'
import { walletRefusal } from '../wallet/wallet-state'
import { awaitedUse, presentation } from './presentation'
import { type Form, takeCode } from './take-code'
import { useReceipt } from './use-receipt'

/**
 * Drives one visit to the present page: takes a code when approved, and watches for the receipt while it shows.
 *
 * @param forChild the card of a child is shown, which some purposes take
 */
export function usePresentation(forChild: boolean) {
  const { now } = useClock()
  const { wallet } = useWallet()
  const query = useQuery()
  const isFit = (name: ScenarioName) => !forChild || takesChildren(name)
  const fit = (name: ScenarioName) => (isFit(name) ? name : 'hotel')
  const asked = SCENARIO_NAMES.find((name) => name === query.scenario && isFit(name))
  const [state, dispatch] = useReducer(presentation, {
    phase: 'choosing',
    scenario: asked ?? fit(LAST_PURPOSE.get()),
  })
  const { scenario } = state
  const isTaking = useRef(false)

  // The page may be opened before storage has answered.
  const last = useStore(LAST_PURPOSE)
  useEffect(() => dispatch({ type: 'choose', scenario: asked ?? fit(last) }), [asked, last])

  /** @param forms to try, in order */
  const open = async (forms: readonly Form[]) => {
    if (isTaking.current) return // a second tap must not use up a second pass
    isTaking.current = true
    dispatch({ type: 'open', forms })
    if (!forChild) rememberPurpose(secureStorage, scenario)
    try {
      await wallet.load()
      const refusal = walletRefusal(wallet.store.get(), now())
      if (refusal) throw new NanshaError(refusal)
      dispatch({ type: 'opened', code: await takeCode(wallet.stocks, scenario, forms, now()) })
    } catch (error) {
      dispatch({ type: 'failed', reason: codeOf(error) })
    } finally {
      isTaking.current = false
    }
  }

  useReceipt(awaitedUse(state), (use, receipt) => dispatch({ type: 'recorded', use, receipt }))
  return { state, dispatch, open }
}
