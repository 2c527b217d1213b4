import { useEffect, useState } from 'react'
import type { Identity } from '../wallet/read-identity'
import { useWallet } from '../wallet/use-wallet'

/** @returns the portrait that came with the offline passes as a data URL, `undefined` while this phone has none */
export function usePortrait(identity: Identity): string | undefined {
  const { wallet } = useWallet()
  const [portrait, setPortrait] = useState<string>()
  useEffect(() => {
    const { gate, age } = wallet.stocks.passes
    const look = async () => {
      const pass = (await gate.left())[0] ?? (await age.left())[0]
      if (pass) setPortrait(`data:image/webp;base64,${pass.portrait}`)
    }
    // The first passes may still be on their way.
    look().catch(() => undefined)
    gate
      .prefetch()
      .then(look)
      .catch(() => undefined)
  }, [wallet, identity])
  return portrait
}
