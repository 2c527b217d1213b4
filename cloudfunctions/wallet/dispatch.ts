import { setPin } from '@nansha/core/unlock/set-pin'
import { challengeBiometric, unlockWithBiometric } from '@nansha/core/unlock/unlock-with-biometric'
import { unlockWithPin } from '@nansha/core/unlock/unlock-with-pin'
import { answerDeskCode } from '@nansha/core/wallet/answer-desk-code'
import { answerRebinding } from '@nansha/core/wallet/answer-rebinding'
import { listChildren } from '@nansha/core/wallet/children/list-children'
import { removeChild, renewChild } from '@nansha/core/wallet/children/renew-child'
import { vouchForChild } from '@nansha/core/wallet/children/vouch-for-child'
import { deleteIdentity } from '@nansha/core/wallet/delete-identity'
import { addDocument } from '@nansha/core/wallet/documents/add-document'
import { removeDocument, renewDocument } from '@nansha/core/wallet/documents/renew-document'
import { exportIdentity } from '@nansha/core/wallet/export-identity'
import { findDesk } from '@nansha/core/wallet/find-desk'
import { unfreeze } from '@nansha/core/wallet/freeze'
import { issueHandles } from '@nansha/core/wallet/issue-handles'
import { issueOnlineCredential } from '@nansha/core/wallet/issue-online-credential'
import { listHistory } from '@nansha/core/wallet/list-history'
import { listIssuances } from '@nansha/core/wallet/list-issuances'
import { lockNumber } from '@nansha/core/wallet/lock-number'
import { offerCredential } from '@nansha/core/wallet/offer-credential'
import type { OpenedRequest } from '@nansha/core/wallet/open-request'
import { listWallets, withdrawWallet } from '@nansha/core/wallet/other-wallets'
import { issuePasses } from '@nansha/core/wallet/passes/issue-passes'
import { disputeUse, showReceipt } from '@nansha/core/wallet/receipt'
import { renewCredential } from '@nansha/core/wallet/renew-credential'
import { reportWebsite } from '@nansha/core/wallet/report-website'
import { showStatus } from '@nansha/core/wallet/show-status'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import { NanshaError } from '@nansha/shared/errors'

/**
 * Does what the phone key asked for. A phone that was replaced may still learn that it was, and nothing else.
 *
 * @throws NanshaError CREDENTIAL_REVOKED
 */
export async function dispatch(
  ports: WalletPorts,
  { action, requestId, ...holder }: OpenedRequest,
): Promise<object> {
  if (action.action === 'status') return showStatus(ports, holder)
  if (holder.device.status === 'revoked') throw new NanshaError('CREDENTIAL_REVOKED')
  switch (action.action) {
    case 'handles':
      return issueHandles(ports, holder, action.count)
    case 'history':
      return listHistory(ports, holder, action.after)
    case 'export':
      return exportIdentity(ports, holder)
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
      await setPin(ports, holder, action)
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
    case 'find-desk':
      return findDesk(ports, holder, action.digits)
    case 'present':
      await answerDeskCode(ports, holder, action)
      return {}
    case 'receipt':
      return showReceipt(ports, holder, action.use)
    case 'not-me':
      await disputeUse(ports, holder, action.use)
      return {}
    case 'issuances':
      return listIssuances(ports, holder)
    case 'renew':
      return renewCredential(ports, holder)
    case 'face-begin':
    case 'face-submit':
      // The function enrol sees faces.
      throw new NanshaError('INPUT_INVALID', { field: 'action' })
    case 'online-credential':
      return issueOnlineCredential(ports, holder, action, requestId)
    case 'offer-credential':
      return offerCredential(ports, holder, requestId)
    case 'other-wallets':
      return listWallets(ports, holder)
    case 'withdraw-wallet':
      await withdrawWallet(ports, holder, action.wallet)
      return {}
    case 'report-website':
      await reportWebsite(ports, holder, action, requestId)
      return {}
    case 'add-document':
      return addDocument(ports, holder, action.type)
    case 'renew-document':
      return renewDocument(ports, holder, action.type)
    case 'remove-document':
      await removeDocument(ports, holder, action.type)
      return {}
    case 'vouch-for-child':
      await vouchForChild(ports, holder, action.application)
      return {}
    case 'children':
      return listChildren(ports, holder)
    case 'renew-child':
      return renewChild(ports, holder, action.child)
    case 'remove-child':
      await removeChild(ports, holder, action.child)
      return {}
    case 'delete':
      await deleteIdentity(ports, holder)
      return {}
  }
}
