import { codeOf } from '@nansha/kit/cloud/ask'
import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import { Switch } from '../parts/Switch'
import { useWallet } from '../wallet/use-wallet'
import { TEXTS } from './texts'

export interface ChooseProtectionProps {
  readonly server: WalletStatus
  /** The PIN is asked for first, then `lift` again: a thief with the phone must not undo what its owner barred. */
  readonly onLocked: (lift: () => Promise<void>) => void
}

/** What a citizen can bar: this credential for a while, or their number for enrolment from afar. */
export function ChooseProtection({ server, onLocked }: ChooseProtectionProps) {
  const { wallet, refreshWallet } = useWallet()
  const { client } = wallet
  const andRefresh = (change: Promise<void>) => change.then(refreshWallet)
  const unfreeze = () => andRefresh(client.unfreeze())
  const unlockNumber = () => andRefresh(client.lockNumber(false))
  const lift = (change: () => Promise<void>) =>
    change().catch((error: unknown) => {
      if (codeOf(error) !== 'UNLOCK_REQUIRED') throw error
      onLocked(change)
    })
  const isFrozen = server.status === 'frozen'
  if (server.status !== 'valid' && !isFrozen) return null
  return (
    <>
      <Switch
        title={TEXTS.freezeTitle}
        text={isFrozen ? TEXTS.frozenText : TEXTS.freezeText}
        action={isFrozen ? TEXTS.unfreeze : TEXTS.freeze}
        onChange={() => (isFrozen ? lift(unfreeze) : andRefresh(client.freeze()))}
      />
      <Switch
        title={TEXTS.lockTitle}
        text={server.numberLocked ? TEXTS.lockedText : TEXTS.lockText}
        action={server.numberLocked ? TEXTS.unlock : TEXTS.lock}
        onChange={() => (server.numberLocked ? lift(unlockNumber) : andRefresh(client.lockNumber(true)))}
      />
    </>
  )
}
