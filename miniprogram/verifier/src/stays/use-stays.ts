import { useAsk } from '@nansha/kit/cloud/use-ask'
import type { StaysEvent } from '@nansha/shared/api/stays'
import { useCallback } from 'react'

/** Asks the function `stays`. */
export function useStays() {
  const ask = useAsk()
  return useCallback(<Result extends object>(event: StaysEvent) => ask<Result>('stays', event), [ask])
}
