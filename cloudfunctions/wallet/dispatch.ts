import { type Services, serveAction } from '@nansha/core/function/serve-action'
import type { Holder } from '@nansha/core/records/holder'
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
import { reportDesk } from '@nansha/core/wallet/report-desk'
import { reportWebsite } from '@nansha/core/wallet/report-website'
import { showStatus } from '@nansha/core/wallet/show-status'
import { subscribeToAlerts } from '@nansha/core/wallet/subscribe-to-alerts'
import type { WalletPorts } from '@nansha/core/wallet/wallet-ports'
import type { WalletAction } from '@nansha/shared/api/wallet'
import { NanshaError } from '@nansha/shared/errors'

interface Asking {
  readonly ports: WalletPorts
  readonly holder: Holder
  readonly requestId: string
}

const services: Services<Exclude<WalletAction, { readonly action: 'status' }>, Asking> = {
  handles: ({ ports, holder }, action) => issueHandles(ports, holder, action.count),
  history: ({ ports, holder }, action) => listHistory(ports, holder, action.after),
  export: ({ ports, holder }) => exportIdentity(ports, holder),
  unfreeze: ({ ports, holder }) => unfreeze(ports, holder),
  'number-lock': ({ ports, holder }, action) => lockNumber(ports, holder, action.locked),
  alerts: ({ ports, holder }, action) => subscribeToAlerts(ports, holder, action.wanted),
  rebinding: ({ ports, holder }, action) => answerRebinding(ports, holder, action.allowed),
  'set-pin': ({ ports, holder }, action) => setPin(ports, holder, action),
  unlock: ({ ports, holder }, action) => unlockWithPin(ports, holder, action.pin),
  'biometric-challenge': ({ ports, holder }) => challengeBiometric(ports, holder),
  'biometric-unlock': ({ ports, holder }, action) => unlockWithBiometric(ports, holder, action),
  passes: ({ ports, holder }, action) => issuePasses(ports, holder, action),
  trust: async ({ ports }) => ({ trustList: ports.trustList }),
  'find-desk': ({ ports, holder }, action) => findDesk(ports, holder, action.digits),
  present: ({ ports, holder }, action) => answerDeskCode(ports, holder, action),
  receipt: ({ ports, holder }, action) => showReceipt(ports, holder, action.use),
  'not-me': ({ ports, holder }, action) => disputeUse(ports, holder, action.use),
  issuances: ({ ports, holder }) => listIssuances(ports, holder),
  renew: ({ ports, holder }) => renewCredential(ports, holder),
  'face-begin': refuseFace,
  'face-submit': refuseFace,
  'online-credential': ({ ports, holder, requestId }, action) =>
    issueOnlineCredential(ports, holder, action, requestId),
  'offer-credential': ({ ports, holder, requestId }) => offerCredential(ports, holder, requestId),
  'other-wallets': ({ ports, holder }) => listWallets(ports, holder),
  'withdraw-wallet': ({ ports, holder }, action) => withdrawWallet(ports, holder, action.wallet),
  'report-website': ({ ports, holder, requestId }, action) => reportWebsite(ports, holder, action, requestId),
  'report-desk': ({ ports, holder, requestId }, action) => reportDesk(ports, holder, action, requestId),
  'add-document': ({ ports, holder }, action) => addDocument(ports, holder, action.type),
  'renew-document': ({ ports, holder }, action) => renewDocument(ports, holder, action.type),
  'remove-document': ({ ports, holder }, action) => removeDocument(ports, holder, action.type),
  'vouch-for-child': ({ ports, holder }, action) => vouchForChild(ports, holder, action.application),
  children: ({ ports, holder }) => listChildren(ports, holder),
  'renew-child': ({ ports, holder }, action) => renewChild(ports, holder, action.child),
  'remove-child': ({ ports, holder }, action) => removeChild(ports, holder, action.child),
  delete: ({ ports, holder }) => deleteIdentity(ports, holder),
}

/** The function `enrol` sees faces. */
async function refuseFace(): Promise<never> {
  throw new NanshaError('INPUT_INVALID', { field: 'action' })
}

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
  return serveAction(services, { ports, holder, requestId }, action)
}
