import { codeOf } from '@nansha/kit/cloud/ask'
import { repeat } from '@nansha/kit/device/repeat'
import { SCENARIOS, type ScenarioName } from '@nansha/shared/scenarios'
import { useCallback, useEffect, useReducer } from 'react'
import { awaitedHandle, presentation } from '../../present/presentation'
import { wallet } from '../../services'
import type { HeldHandle } from '../../wallet/handle-store'

/** How often a shown code asks what a desk made of it. */
const RECEIPT_PERIOD_MS = 2500

/** Drives one visit to the present page: takes a handle when approved, and watches for the receipt while the code shows. */
export function usePresentation() {
  const [state, dispatch] = useReducer(presentation, { phase: 'choosing', scenario: 'hotel' })
  const { scenario } = state

  const open = useCallback(async () => {
    dispatch({ type: 'open' })
    try {
      dispatch({ type: 'opened', handle: await wallet.handles.take(goodFor(scenario)) })
    } catch (error) {
      dispatch({ type: 'failed', code: codeOf(error) })
    }
  }, [scenario])

  const handle = awaitedHandle(state)
  useEffect(() => {
    if (handle === undefined) return
    return repeat(RECEIPT_PERIOD_MS, async () => {
      dispatch({ type: 'recorded', handle, receipt: await wallet.client.fetchReceipt(handle) })
    })
  }, [handle])

  return { state, dispatch, open }
}

/** A desk asks for more than the face check at enrolment where the scenario says so (DESIGN §4.3). */
function goodFor(scenario: ScenarioName): (handle: HeldHandle) => boolean {
  const needsPin = SCENARIOS[scenario].unlock === 'fresh-face-or-pin'
  return ({ byPin }) => byPin || !needsPin
}
