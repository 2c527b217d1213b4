import { repeat } from '@nansha/kit/device/repeat'
import type { Receipt } from '@nansha/shared/api/wallet-answers'
import { useEffect, useRef } from 'react'
import { useWallet } from '../wallet/use-wallet'

/** How often a shown code asks what a desk made of it. */
const PERIOD_MS = 2500

/** Asks again and again what became of a use, while there is one to ask for. */
export function useReceipt(
  use: string | undefined,
  onReceipt: (use: string, receipt: Receipt) => void,
): void {
  const { wallet } = useWallet()
  const latest = useRef(onReceipt)
  latest.current = onReceipt
  useEffect(() => {
    if (use === undefined) return
    return repeat(PERIOD_MS, async () => latest.current(use, await wallet.client.fetchReceipt(use)))
  }, [use])
}
