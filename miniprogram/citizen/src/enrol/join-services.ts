import { discardPicture } from '@nansha/kit/camera/picture'
import { filmByPlatform } from '@nansha/kit/camera/platform-filming'
import type { Ask } from '@nansha/kit/cloud/ask'
import { uploadFile } from '@nansha/kit/cloud/cloud'
import { showNetworkId } from '@nansha/kit/device/network-id'
import type { LivenessAsked } from '@nansha/shared/api/enrol'
import type { ChildrenSession } from '../wallet/children-session'
import type { WalletSession } from '../wallet/wallet-session'
import { answerStep } from './answer-step'
import { applyAtCounter, beginAtCounter, collectAtCounter } from './apply-at-counter'
import { checkSelfie } from './check-selfie'
import { createCounterSession } from './counter-session'
import type { EnrolmentServices } from './enrolment-services'
import { createEnrolmentSession } from './enrolment-session'
import { createNetworkIdStep } from './network-id-step'
import { readCard, uploadCard } from './read-card'
import { type FacePorts, filmElsewhere, submitFilm } from './show-face'
import { beginEnrolment, submitEnrolment } from './submit-enrolment'

export interface JoinPorts {
  readonly ask: Ask
  readonly wallet: WalletSession
  readonly children: Pick<ChildrenSession, 'keep' | 'recover'>
  /** Corrected time, Unix milliseconds. */
  readonly now: () => number
}

/** Joins the parts of enrolment with the device; once in the life of the app, when the first of its pages is opened. */
export function joinEnrolment({ ask, wallet, children, now }: JoinPorts): EnrolmentServices {
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
    checkSelfie: (begun, selfie) => checkSelfie(enrolmentPorts, begun, selfie),
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
  const counterPorts = {
    ...enrolmentPorts,
    vouchForChild: wallet.client.vouchForChild,
    holds: () => wallet.store.get().phase === 'held',
  }
  const counterSession = createCounterSession({
    begin: () => beginAtCounter({ ask }),
    apply: (begun, forChild) => applyAtCounter(counterPorts, begun, forChild),
    collect: (applicationId) => collectAtCounter(enrolmentPorts, applicationId),
    keep: wallet.keep,
    keepChild: children.keep,
    recoverChild: children.recover,
  })
  return {
    enrolmentSession,
    counterSession,
    networkIdStep,
    startCapture: async () => startCaptureOf((await enrolmentSession.prepare()).enrolmentId),
    startCaptureOf,
    submitFilm: (begun, film) => submitFilm(facePorts, begun, film),
    filmElsewhere: (begun) => filmElsewhere(facePorts, begun),
  }
}
