import { useAsk } from '@nansha/kit/cloud/use-ask'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { DeskSummary } from '@nansha/shared/api/stays-answers'
import { useEffect, useState } from 'react'

/** What there is to do at a hotel's desk; `undefined` until it is known, and at desks of others. */
export function useSummary(isHotel: boolean): DeskSummary | 'failed' | undefined {
  const ask = useAsk()
  const [summary, setSummary] = useState<DeskSummary | 'failed'>()
  useEffect(() => {
    if (!isHotel) return
    let current = true
    const event: StaysEvent = { action: 'summary' }
    ask<DeskSummary>('stays', event)
      .catch(() => 'failed' as const)
      .then((answer) => current && setSummary(answer))
    return () => {
      current = false
    }
  }, [ask, isHotel])
  return summary
}
