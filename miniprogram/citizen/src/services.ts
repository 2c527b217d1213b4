import { discardPicture, type Picture } from '@nansha/kit/camera/picture'
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
import type { FacePorts } from './enrol/face/show-face'
import { createNetworkIdStep } from './enrol/network-id-step'
import { readCard, uploadCard } from './enrol/read-card'
import { beginEnrolment, submitEnrolment } from './enrol/submit-enrolment'
import { createKeptHead } from './log/kept-head'
import { createTrustReader } from './trust/trust-reader'
import { rememberClock } from './wallet/remembered-clock'
import { createWalletSession } from './wallet/wallet-session'

/** The one place where the app's parts are joined with the device. */
const clock = createClockOffset(deviceNow)
const ask = createAsk(callFunction, clock, deviceNow)

const clockMemory = rememberClock(secureStorage, clock, deviceNow)

/** Corrected time, Unix milliseconds. */
export const now = clock.now

export const wallet = createWalletSession({ ask, storage: secureStorage, now, randomBytes })

/** The head of the issuance log that this phone saw last. */
export const keptHead = createKeptHead(secureStorage)

export const trust = createTrustReader({
  storage: secureStorage,
  pinned: PINNED_ROOTS,
  fetchTrustList: wallet.client.fetchTrustList,
  now,
  onNewRoots: keptHead.forget,
})

export const networkIdStep = createNetworkIdStep(showNetworkId)

const enrolmentPorts = {
  ask,
  uploadFile,
  filmByPlatform,
  awaitNetworkId: networkIdStep.wait,
  now,
  ...wallet,
}

export const enrolmentSession = createEnrolmentSession({
  now,
  begin: () => beginEnrolment(enrolmentPorts),
  abandon: ({ enrolmentId }) => ask('enrol', { action: 'cancel', enrolmentId }),
  uploadCard: (begun, side, card) => uploadCard(enrolmentPorts, begun, side, card),
  readCard: (begun, side, file) => readCard(enrolmentPorts, begun, side, file),
  submitGiven: (given, run) => submitEnrolment(enrolmentPorts, given, run),
  keep: wallet.keep,
  discardPicture,
})

/** Draws what the guided capture asks of the person, anew with each call. @throws NanshaError */
export async function startCapture() {
  return startCaptureOf((await enrolmentSession.prepare()).enrolmentId)
}

/** The same of an enrolment that is open, or of a showing of the face. @throws NanshaError */
export async function startCaptureOf(enrolmentId: string) {
  const asked = await ask<LivenessAsked>('enrol', { action: 'challenge', enrolmentId })
  return {
    asked,
    answerStep: (step: number, pictures: readonly Picture[]) => answerStep(ask, enrolmentId, step, pictures),
  }
}

export const facePorts: FacePorts = { ask, uploadFile, filmByPlatform, discardPicture, wallet }

export const counterSession = createCounterSession({
  apply: () => applyAtCounter(enrolmentPorts),
  collect: (applicationId) => collectAtCounter(enrolmentPorts, applicationId),
  keep: wallet.keep,
})

/** Reads what the phone remembers; the network is not waited for. */
export async function startApp(): Promise<void> {
  await clockMemory.restore().catch(() => undefined)
  await wallet.load()
  await refreshWallet()
}

/** Brings status, handles and clock up to date where there is network; without it, what is there goes on working. */
export async function refreshWallet(): Promise<void> {
  await wallet.refresh().then(clockMemory.save, () => undefined)
}
