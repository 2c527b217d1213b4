import type { WalletStatus } from '@nansha/shared/api/wallet'
import { refreshWallet, wallet } from '../../services'
import { Switch } from './Switch'
import { TEXTS } from './texts'

/** What a citizen can bar: this credential for a while, or their number for enrolment from afar. */
export function ChooseProtection({ server }: { readonly server: WalletStatus }) {
  const { client } = wallet
  const isFrozen = server.status === 'frozen'
  if (server.status !== 'valid' && !isFrozen) return null
  return (
    <>
      <Switch
        title={TEXTS.freezeTitle}
        text={isFrozen ? TEXTS.frozenText : TEXTS.freezeText}
        action={isFrozen ? TEXTS.unfreeze : TEXTS.freeze}
        onChange={() => andRefresh(isFrozen ? client.unfreeze() : client.freeze())}
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

async function andRefresh(change: Promise<void>): Promise<void> {
  await change
  await refreshWallet()
}
