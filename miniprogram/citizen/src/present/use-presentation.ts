import { codeOf } from '@nansha/kit/cloud/ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { useQuery } from '@nansha/kit/device/use-query'
import { useStore } from '@nansha/kit/state/use-store'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { useEffect, useReducer, useRef } from 'react'
import { LAST_PURPOSE, rememberPurpose } from '../parts/last-purpose'
import { useWallet } from '../wallet/use-wallet'
import { walletRefusal } from '../wallet/wallet-state'
import { awaitedUse, presentation } from './presentation'
import { type Form, takeCode } from './take-code'
import { useReceipt } from './use-receipt'

/** Drives one visit to the present page: takes a code when approved, and watches for the receipt while it shows. */
export function usePresentation() {
  const { now } = useClock()
  const { wallet } = useWallet()
  const query = useQuery()
  const asked = SCENARIO_NAMES.find((name) => name === query.scenario)
  const [state, dispatch] = useReducer(presentation, {
    phase: 'choosing',
    scenario: asked ?? LAST_PURPOSE.get(),
  })
  const { scenario } = state
  const isTaking = useRef(false)

  // The page may be opened before storage has answered.
  const last = useStore(LAST_PURPOSE)
  useEffect(() => dispatch({ type: 'choose', scenario: asked ?? last }), [asked, last])

  /** @param forms to try, in order */
  const open = async (forms: readonly Form[]) => {
    if (isTaking.current) return // a second tap must not use up a second pass
    isTaking.current = true
    dispatch({ type: 'open', forms })
    rememberPurpose(secureStorage, scenario)
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
