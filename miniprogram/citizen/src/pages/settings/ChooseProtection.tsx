import { codeOf } from '@nansha/kit/cloud/ask'
import type { WalletStatus } from '@nansha/shared/api/wallet'
import { refreshWallet, wallet } from '../../services'
import { Switch } from './Switch'
import { TEXTS } from './texts'

export interface ChooseProtectionProps {
  readonly server: WalletStatus
  /** The PIN is asked for first: a thief with the phone must not lift its owner's freeze. */
  readonly onLocked: () => void
}

/** What a citizen can bar: this credential for a while, or their number for enrolment from afar. */
export function ChooseProtection({ server, onLocked }: ChooseProtectionProps) {
  const { client } = wallet
  const isFrozen = server.status === 'frozen'
  if (server.status !== 'valid' && !isFrozen) return null
  return (
    <>
      <Switch
        title={TEXTS.freezeTitle}
        text={isFrozen ? TEXTS.frozenText : TEXTS.freezeText}
        action={isFrozen ? TEXTS.unfreeze : TEXTS.freeze}
        onChange={() => (isFrozen ? unfreeze().catch(orLocked(onLocked)) : andRefresh(client.freeze()))}
      />
      <Switch
        title={TEXTS.lockTitle}
        text={server.numberLocked ? TEXTS.lockedText : TEXTS.lockText}
        action={server.numberLocked ? TEXTS.unlock : TEXTS.lock}
        onChange={() => andRefresh(client.lockNumber(!server.numberLocked))}
      />
    </>
  )
}

/** @throws NanshaError UNLOCK_REQUIRED */
export function unfreeze(): Promise<void> {
  return andRefresh(wallet.client.unfreeze())
}

function orLocked(onLocked: () => void) {
  return (error: unknown) => {
    if (codeOf(error) !== 'UNLOCK_REQUIRED') throw error
    onLocked()
  }
}

async function andRefresh(change: Promise<void>): Promise<void> {
  await change
  await refreshWallet()
}
