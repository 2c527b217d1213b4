import { hasBiometric, signWithBiometric } from '@nansha/kit/device/biometric'
import { useSay } from '@nansha/kit/i18n/language'
import { useEffect, useState } from 'react'
import { useWallet } from '../wallet/use-wallet'

const REASON = { zh: '确认是您本人', en: 'Confirm that it is you' } as const

export interface Biometric {
  /** Whether this phone has a lock of its own that the server can have verified. */
  readonly isUsable: boolean
  /** @returns whether the owner was recognised. @throws NanshaError UNLOCK_REQUIRED the first time, until the PIN was entered */
  unlock(): Promise<boolean>
}

/** The phone's own fingerprint or face lock. */
export function useBiometric(): Biometric {
  const say = useSay()
  const { wallet } = useWallet()
  const [isUsable, setUsable] = useState(false)

  useEffect(() => {
    void hasBiometric().then(setUsable)
  }, [])

  return {
    isUsable,
    unlock: () => wallet.unlockWithBiometric((challenge) => signWithBiometric(challenge, say(REASON))),
  }
}
