import type { Picture } from '@nansha/kit/camera/picture'
import type { EnrolBegun, FaceShown, LivenessAsked, LivenessStep } from '@nansha/shared/api/enrol'
import type { CounterSession } from './counter-session'
import type { EnrolmentSession } from './enrolment-session'
import type { Film } from './live-person'
import type { NetworkIdStep } from './network-id-step'

export interface EnrolmentServices {
  readonly enrolmentSession: EnrolmentSession
  readonly counterSession: CounterSession
  readonly networkIdStep: NetworkIdStep
  /** Draws what the guided capture asks of the person, anew with each call. @throws NanshaError */
  readonly startCapture: () => Promise<GuidedCapture>
  /** Draws the same for an enrolment, or a showing of the face, that is open already. @throws NanshaError */
  readonly startCaptureOf: (enrolmentId: string) => Promise<GuidedCapture>
  /** Has a guided capture of the holder's face decided. @throws NanshaError FACE_UNCONFIRMED, … */
  readonly submitFilm: (begun: EnrolBegun, film: Film) => Promise<FaceShown>
  /** Has the platform film the holder, and has that decided. @throws NanshaError FACE_UNCONFIRMED, FILMING_STOPPED, … */
  readonly filmElsewhere: (begun: EnrolBegun) => Promise<FaceShown>
}

export interface GuidedCapture {
  /** The first step; the others are told one by one. */
  readonly asked: LivenessAsked
  /** Names the pictures of a step for good. @returns the next step, null when there is none. @throws NanshaError */
  readonly answerStep: (step: number, pictures: readonly Picture[]) => Promise<LivenessStep | null>
}
