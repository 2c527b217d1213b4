import { codeOf } from '@nansha/kit/cloud/ask'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { ErrorCode } from '@nansha/shared/errors'
import { useCallback, useState } from 'react'
import { type PortalReceipt, readPortalReceipts } from '../wallet/portal-receipts'
import { useWallet } from '../wallet/use-wallet'

export type LoadedHistory =
  | { readonly phase: 'loading' }
  | { readonly phase: 'loaded'; readonly entries: readonly Entry[] }
  | { readonly phase: 'failed'; readonly code: ErrorCode }

/** What the cloud recorded, or what this phone alone knows of. */
export type Entry = { readonly at: number } & (
  | { readonly use: HistoryEntry }
  | { readonly portal: PortalReceipt }
)

/**
 * What the cloud recorded is never kept on the phone: it is asked for each time, with a signed request. What was shared with
 * websites the cloud does not know.
 */
export function useHistory() {
  const { wallet } = useWallet()
  const [history, setHistory] = useState<LoadedHistory>({ phase: 'loading' })
  const reload = useCallback(() => {
    setHistory({ phase: 'loading' })
    Promise.all([wallet.client.fetchHistory(), readPortalReceipts(secureStorage)]).then(
      ([uses, portals]) => setHistory({ phase: 'loaded', entries: merge(uses, portals) }),
      (error) => setHistory({ phase: 'failed', code: codeOf(error) }),
    )
  }, [])
  return { history, reload }
}

/** @returns newest first */
function merge(uses: readonly HistoryEntry[], portals: readonly PortalReceipt[]): Entry[] {
  return [
    ...uses.map((use) => ({ at: use.at, use })),
    ...portals.map((portal) => ({ at: portal.at, portal })),
  ].sort((one, other) => other.at - one.at)
}
