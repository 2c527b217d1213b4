// The one place where the app's parts are joined with the device; providers.tsx gives them to the screens.

import { createAsk } from '@nansha/kit/cloud/ask'
import { callFunction } from '@nansha/kit/cloud/cloud'
import { deviceNow } from '@nansha/kit/device/clock'
import { randomBytes } from '@nansha/kit/device/random'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { PINNED_ROOTS } from '@nansha/kit/trust/pinned-roots'
import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { runOnce } from '@nansha/shared/single-flight'
import { createFormerHead } from './log/former-head'
import { createKeptLog } from './log/kept-log'
import { createLogSource } from './log/log-source'
import { createLogWatch } from './log/log-watch'
import type { IssuanceLogServices } from './log/use-issuance-log'
import { recallPurpose } from './parts/last-purpose'
import { recallEnrolment } from './parts/recall-enrolment'
import { createTrustReader } from './trust/trust-reader'
import { createChildrenSession } from './wallet/children-session'
import { createDocumentSession } from './wallet/document-session'
import { rememberClock } from './wallet/remember-clock'
import type { WalletServices } from './wallet/use-wallet'
import { createWalletSession } from './wallet/wallet-session'
import { type WalletState, walletRefusal } from './wallet/wallet-state'

const clock = createClockOffset(deviceNow)
export const ask = createAsk(callFunction, clock, deviceNow)

const clockMemory = rememberClock(secureStorage, clock, deviceNow)

const { now } = clock
export const correctedClock = { now }

const wallet = createWalletSession({ ask, storage: secureStorage, now, randomBytes })

export const documents = createDocumentSession({ storage: secureStorage, wallet, now })

export const children = createChildrenSession({ storage: secureStorage, wallet, now })

const keptLog = createKeptLog(secureStorage)

export const trust = createTrustReader({
  storage: secureStorage,
  pinned: PINNED_ROOTS,
  fetchTrustList: wallet.client.fetchTrustList,
  now,
})

const logPorts = {
  wallet,
  trust,
  source: createLogSource(ask),
  keptLog,
  formerHead: createFormerHead(secureStorage),
  ownDocuments: documents.logged,
  now,
}

const logWatch = createLogWatch(logPorts)

export const issuanceLog: IssuanceLogServices = { ports: logPorts, watch: logWatch }

/** Reads what the phone remembers; the network is not waited for. Every page asks for it, the first one starts it. */
export const startApp = runOnce(async () => {
  await clockMemory.restore().catch(() => undefined)
  await recallPurpose(secureStorage)
  await recallEnrolment({ storage: secureStorage, ask, now })
  await wallet.load()
  await documents.load()
  await children.load()
  await refreshWallet()
})

async function refreshWallet(): Promise<void> {
  await wallet.refresh().then(clockMemory.save, () => undefined)
  if (isShowable(wallet.store.get())) {
    await documents.renewDue()
    await children.refresh()
  }
  void logWatch.look()
}

/** What is frozen, revoked or expired is not renewed. */
function isShowable(state: WalletState): boolean {
  return walletRefusal(state, now()) === undefined
}

export const walletServices: WalletServices = { wallet, refreshWallet }
