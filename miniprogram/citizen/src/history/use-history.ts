import { codeOf } from '@nansha/kit/cloud/ask'
import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { ErrorCode } from '@nansha/shared/errors'
import { useCallback, useState } from 'react'
import { useWallet } from '../wallet/use-wallet'

export type LoadedHistory =
  | { readonly phase: 'loading' }
  | { readonly phase: 'loaded'; readonly entries: readonly HistoryEntry[] }
  | { readonly phase: 'failed'; readonly code: ErrorCode }

/** History is never kept on the phone: it is asked for each time, with a signed request. */
export function useHistory() {
  const { wallet } = useWallet()
  const [history, setHistory] = useState<LoadedHistory>({ phase: 'loading' })
  const reload = useCallback(() => {
    setHistory({ phase: 'loading' })
    wallet.client.fetchHistory().then(
      (entries) => setHistory({ phase: 'loaded', entries }),
      (error) => setHistory({ phase: 'failed', code: codeOf(error) }),
    )
  }, [])
  return { history, reload }
}
