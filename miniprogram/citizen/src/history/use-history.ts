import { codeOf } from '@nansha/kit/cloud/ask'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import type { ErrorCode } from '@nansha/shared/errors'
import { useCallback, useRef, useState } from 'react'
import { readPortalReceipts } from '../wallet/portal-receipts'
import { useWallet } from '../wallet/use-wallet'
import { type Entry, mergeHistory } from './merge-history'

export type LoadedHistory =
  | { readonly phase: 'loading' }
  | {
      readonly phase: 'loaded'
      readonly entries: readonly Entry[]
      /** There are older ones; `loading` while they come, `failed` when they did not. */
      readonly older: 'none' | 'some' | 'loading' | 'failed'
    }
  | { readonly phase: 'failed'; readonly code: ErrorCode }

/**
 * What the cloud recorded is never kept on the phone: it is asked for each time, with a signed request. The cloud does not
 * know what was shared with websites.
 */
export function useHistory() {
  const { wallet } = useWallet()
  const [history, setHistory] = useState<LoadedHistory>({ phase: 'loading' })
  const uses = useRef<readonly HistoryEntry[]>([])

  const show = async (isMore: boolean) => {
    const portals = await readPortalReceipts(secureStorage)
    const entries = mergeHistory(uses.current, portals, isMore)
    setHistory({ phase: 'loaded', entries, older: isMore ? 'some' : 'none' })
  }
  const reload = useCallback(async () => {
    setHistory({ phase: 'loading' })
    try {
      const { entries, isMore = false } = await wallet.client.fetchHistory()
      uses.current = entries
      await show(isMore)
    } catch (error) {
      setHistory({ phase: 'failed', code: codeOf(error) })
    }
  }, [])
  /** The next page, or with `all` every one that is left. */
  const loadOlder = useCallback(async (all = false) => {
    setHistory((now) => (now.phase === 'loaded' ? { ...now, older: 'loading' } : now))
    try {
      for (;;) {
        const last = uses.current.at(-1)
        if (!last) return
        const { entries, isMore = false } = await wallet.client.fetchHistory({ at: last.at, id: last.id })
        uses.current = [...uses.current, ...entries]
        if (!all || !isMore) return await show(isMore)
      }
    } catch {
      setHistory((now) => (now.phase === 'loaded' ? { ...now, older: 'failed' } : now))
    }
  }, [])
  return { history, reload, loadOlder }
}
