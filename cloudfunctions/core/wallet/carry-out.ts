import type { WalletAction } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'
import { renewCredential } from '../credential/renew-credential'
import { answerDeskCode } from '../desk/answer-desk-code'
import { disputeUse, showReceipt } from '../history/receipt'
import { listIssuances } from '../issuance-log/list-issuances'
import { issuePasses } from '../pass/issue-passes'
import type { Holder } from '../records/holder'
import { setPin } from '../unlock/set-pin'
import { challengeBiometric, unlockWithBiometric } from '../unlock/unlock-with-biometric'
import { unlockWithPin } from '../unlock/unlock-with-pin'
import { answerRebinding } from './answer-rebinding'
import { deleteIdentity } from './delete-identity'
import { unfreeze } from './freeze'
import { issueHandles } from './issue-handles'
import { listHistory } from './list-history'
import { lockNumber } from './lock-number'
import { showStatus } from './show-status'
import type { WalletPorts } from './wallet-ports'

/**
 * Does what the phone key asked for. A phone that was replaced may still learn that it was, and nothing else.
 *
 * @throws NanshaError CREDENTIAL_REVOKED
 */
export async function carryOut(
  ports: WalletPorts,
  { action, ...holder }: Holder & { readonly action: WalletAction },
): Promise<object> {
  if (action.action === 'status') return showStatus(ports, holder)
  if (holder.device.status === 'revoked') throw new NanshaError('CREDENTIAL_REVOKED')
  switch (action.action) {
    case 'handles':
      return issueHandles(ports, holder, action.count)
    case 'history':
      return listHistory(ports, holder)
    case 'unfreeze':
      await unfreeze(ports, holder)
      return {}
    case 'number-lock':
      await lockNumber(ports, holder, action.locked)
      return {}
    case 'rebinding':
      await answerRebinding(ports, holder, action.allowed)
      return {}
    case 'set-pin':
      await setPin(ports, holder, action.pin)
      return {}
    case 'unlock':
      await unlockWithPin(ports, holder, action.pin)
      return {}
    case 'biometric-challenge':
      return challengeBiometric(ports, holder)
    case 'biometric-unlock':
      await unlockWithBiometric(ports, holder, action)
      return {}
    case 'passes':
      return issuePasses(ports, holder, action)
    case 'trust':
      return { trustList: ports.trustList }
    case 'present':
      await answerDeskCode(ports, holder, action)
      return {}
    case 'receipt':
      return showReceipt(ports, holder, action.use)
    case 'not-me':
      await disputeUse(ports, holder, action.use)
      return {}
    case 'issuances':
      return listIssuances(ports, holder, action.kept)
    case 'renew':
      return renewCredential(ports, holder)
    case 'delete':
      await deleteIdentity(ports, holder)
      return {}
  }
}
