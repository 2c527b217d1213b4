import { useAsk } from '@nansha/kit/cloud/use-ask'
import type { StaysEvent } from '@nansha/shared/api/stays'
import type { DeskSummary } from '@nansha/shared/api/stays-answers'
import { MINUTE_MS } from '@nansha/shared/clock/durations'
import { useDidHide, useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'

/**
 * What there is to do at a hotel's desk, read again whenever somebody comes back to the page, and each minute while it is before
 * them; `undefined` until it is known, and at desks of others.
 */
export function useSummary(isHotel: boolean): DeskSummary | 'failed' | undefined {
  const ask = useAsk()
  const [summary, setSummary] = useState<DeskSummary | 'failed'>()
  // The page is before somebody when this begins: it came with the session.
  const isShown = useRef(true)
  const asked = useRef(0)
  const load = useCallback(() => {
    if (!isHotel) return
    const turn = ++asked.current
    const event: StaysEvent = { action: 'summary' }
    ask<DeskSummary>('stays', event)
      .catch(() => 'failed' as const)
      .then((answer) => turn === asked.current && setSummary(answer))
  }, [ask, isHotel])

  useEffect(() => {
    load()
    const timer = setInterval(() => isShown.current && load(), MINUTE_MS)
    return () => {
      clearInterval(timer)
      asked.current++ // what is on its way is for nobody
    }
  }, [load])
  useDidShow(() => {
    isShown.current = true
    load()
  })
  useDidHide(() => {
    isShown.current = false
  })
  return summary
}
