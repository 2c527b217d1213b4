// The one place where the app's parts are joined with the device; app.tsx provides them to the screens.

import { discardPicture } from '@nansha/kit/camera/picture'
import { filmByPlatform } from '@nansha/kit/camera/platform-filming'
import { createAsk } from '@nansha/kit/cloud/ask'
import { callFunction, uploadFile } from '@nansha/kit/cloud/cloud'
import { deviceNow } from '@nansha/kit/device/clock'
import { showNetworkId } from '@nansha/kit/device/network-id'
import { randomBytes } from '@nansha/kit/device/random'
import { secureStorage } from '@nansha/kit/device/secure-storage'
import { PINNED_ROOTS } from '@nansha/kit/trust/pinned-roots'
import type { LivenessAsked } from '@nansha/shared/api/enrol'
import { createClockOffset } from '@nansha/shared/clock/clock-offset'
import { answerStep } from './enrol/answer-step'
import { applyAtCounter, collectAtCounter } from './enrol/apply-at-counter'
import { createCounterSession } from './enrol/counter-session'
import { createEnrolmentSession } from './enrol/enrolment-session'
import { type FacePorts, filmElsewhere, submitFilm } from './enrol/face/show-face'
import { createNetworkIdStep } from './enrol/network-id-step'
import { readCard, uploadCard } from './enrol/read-card'
import { beginEnrolment, submitEnrolment } from './enrol/submit-enrolment'
import type { EnrolmentServices } from './enrol/use-enrolment'
import { createFormerHead } from './log/former-head'
import { createKeptLog } from './log/kept-log'
import { createLogSource } from './log/log-source'
import { createLogWatch } from './log/log-watch'
import type { IssuanceLogServices } from './log/use-issuance-log'
import { createTrustReader } from './trust/trust-reader'
import { createDocumentSession } from './wallet/document-session'
import { rememberClock } from './wallet/remembered-clock'
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

const networkIdStep = createNetworkIdStep(showNetworkId)

const enrolmentPorts = {
  ask,
  uploadFile,
  filmByPlatform,
  awaitNetworkId: networkIdStep.wait,
  now,
  ...wallet,
  heldNumber: () => {
    const state = wallet.store.get()
    return state.phase === 'held' ? state.identity.idNumber : undefined
  },
}

const enrolmentSession = createEnrolmentSession({
  now,
  begin: () => beginEnrolment(enrolmentPorts),
  abandon: ({ enrolmentId }) => ask('enrol', { action: 'cancel', enrolmentId }),
  uploadCard: (begun, side, card) => uploadCard(enrolmentPorts, begun, side, card),
  readCard: (begun, side, file) => readCard(enrolmentPorts, begun, side, file),
  submitGiven: (given, run) => submitEnrolment(enrolmentPorts, given, run),
  keep: wallet.keep,
  discardPicture,
})

/** Draws what a guided capture asks of the person; of an enrolment that is open, or of a showing of the face. */
const startCaptureOf: EnrolmentServices['startCaptureOf'] = async (enrolmentId) => {
  const asked = await ask<LivenessAsked>('enrol', { action: 'challenge', enrolmentId })
  return { asked, answerStep: (step, pictures) => answerStep(ask, enrolmentId, step, pictures) }
}

const facePorts: FacePorts = { ask, uploadFile, filmByPlatform, discardPicture, wallet }

const counterSession = createCounterSession({
  apply: (forChild) => applyAtCounter(enrolmentPorts, forChild),
  collect: (applicationId) => collectAtCounter(enrolmentPorts, applicationId),
  keep: wallet.keep,
})

export const enrolment: EnrolmentServices = {
  enrolmentSession,
  counterSession,
  networkIdStep,
  startCapture: async () => startCaptureOf((await enrolmentSession.prepare()).enrolmentId),
  startCaptureOf,
  submitFilm: (begun, film) => submitFilm(facePorts, begun, film),
  filmElsewhere: (begun) => filmElsewhere(facePorts, begun),
}

/** Reads what the phone remembers; the network is not waited for. */
export async function startApp(): Promise<void> {
  await clockMemory.restore().catch(() => undefined)
  await wallet.load()
  await documents.load()
  await refreshWallet()
}

async function refreshWallet(): Promise<void> {
  await wallet.refresh().then(clockMemory.save, () => undefined)
  if (isShowable(wallet.store.get())) await documents.renewDue()
  void logWatch.look()
}

/** What is frozen, revoked or expired is renewed by nobody. */
function isShowable(state: WalletState): boolean {
  return walletRefusal(state, now()) === undefined
}

export const walletServices: WalletServices = { wallet, refreshWallet }
