import { codeOf } from '@nansha/kit/cloud/ask'
import { useClock } from '@nansha/kit/device/corrected-clock'
import { useQuery } from '@nansha/kit/device/use-query'
import { NanshaError } from '@nansha/shared/errors'
import { SCENARIO_NAMES } from '@nansha/shared/scenarios'
import { useReducer, useRef } from 'react'
import { useWallet } from '../wallet/use-wallet'
import { walletRefusal } from '../wallet/wallet-state'
import { awaitedUse, presentation } from './presentation'
import { type Form, takeCode } from './take-code'
import { useReceipt } from './use-receipt'

/** Drives one visit to the present page: takes a code when approved, and watches for the receipt while it shows. */
export function usePresentation() {
  const { now } = useClock()
  const { wallet } = useWallet()
  const { scenario: asked } = useQuery()
  const [state, dispatch] = useReducer(presentation, {
    phase: 'choosing',
    scenario: SCENARIO_NAMES.find((name) => name === asked) ?? 'hotel',
  })
  const { scenario } = state
  const isTaking = useRef(false)

  /** @param forms to try, in order */
  const open = async (forms: readonly Form[]) => {
    if (isTaking.current) return // a second tap must not use up a second pass
    isTaking.current = true
    dispatch({ type: 'open', forms })
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
