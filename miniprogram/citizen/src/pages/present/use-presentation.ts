import { useCallback, useEffect, useReducer, useRef } from 'react'
import { repeat } from '../../parts/repeat'
import { presentation } from '../../present/presentation'
import { now, wallet } from '../../services'
import { codeOf } from '../../wallet/ask'

/** How often a shown code asks whether a desk has used it. */
const RECEIPT_PERIOD_MS = 3000

/** Drives one visit to the present page: takes a handle when approved, and watches for the receipt while the code shows. */
export function usePresentation() {
  const [state, dispatch] = useReducer(presentation, { phase: 'choosing', scenario: 'hotel' })
  const isWatching = state.phase === 'showing' || state.phase === 'received'
  /** A receipt is shown once: the next code may be opened in the same second. */
  const seen = useRef(new Set<string>())

  const open = useCallback(async () => {
    dispatch({ type: 'open' })
    const at = Math.floor(now() / 1000)
    try {
      dispatch({ type: 'opened', handle: await wallet.handles.take(), at })
    } catch (error) {
      dispatch({ type: 'failed', code: codeOf(error) })
    }
  }, [])

  useEffect(() => {
    if (!isWatching) return
    return repeat(RECEIPT_PERIOD_MS, async () => {
      const entries = await wallet.client.fetchHistory()
      dispatch({ type: 'recorded', entries: entries.filter(({ id }) => !seen.current.has(id)) })
    })
  }, [isWatching])

  const receipt = state.phase === 'received' ? state.receipt.id : undefined
  useEffect(() => {
    if (receipt) seen.current.add(receipt)
  }, [receipt])

  return { state, dispatch, open }
}
