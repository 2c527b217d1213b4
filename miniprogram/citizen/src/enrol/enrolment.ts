import type { Picture } from '@nansha/kit/camera/picture'
import type { ErrorCode } from '@nansha/shared/errors'
import type { Details } from './check-details'
import { type Remedy, remedyFor } from './remedy'

/** What the citizen has given so far. Kept in memory only: photographs and numbers never reach the phone's storage. */
export interface Enrolment {
  readonly consent: boolean
  readonly card?: Picture
  readonly details?: Details
  readonly selfie?: Picture
  readonly submission: Submission
}

/** Up to `checking` nothing has been decided and the citizen may cancel; from then on the answer is awaited. */
export type Stage = 'beginning' | 'uploading' | 'checking'

export type Submission =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly stage: Stage }
  | {
      readonly phase: 'refused'
      readonly code: ErrorCode
      readonly remedy: Remedy
      /** Unix seconds before which trying again is refused. */
      readonly retryAt?: number
    }
  | { readonly phase: 'issued' }
  /** Proven, but an older phone may object until `readyAt`, Unix seconds. */
  | { readonly phase: 'postponed'; readonly readyAt: number }

export type EnrolmentEvent =
  | { readonly type: 'consented' }
  | { readonly type: 'photographed'; readonly what: 'card' | 'selfie'; readonly picture: Picture }
  | { readonly type: 'described'; readonly details: Details }
  | { readonly type: 'advanced'; readonly stage: Stage }
  | {
      readonly type: 'refused'
      readonly code: ErrorCode
      readonly which?: 'card' | 'selfie'
      readonly retryAt?: number
    }
  | { readonly type: 'issued' }
  | { readonly type: 'postponed'; readonly readyAt: number }
  | { readonly type: 'retry' }
  | { readonly type: 'cancelled' }
  | { readonly type: 'discarded' }

export const NOTHING_YET: Enrolment = { consent: false, submission: { phase: 'none' } }

const IDLE: Submission = { phase: 'none' }

/** While a submission runs, only its own progress changes anything. */
export function enrolment(state: Enrolment, event: EnrolmentEvent): Enrolment {
  const isRunning = state.submission.phase === 'running'
  switch (event.type) {
    case 'advanced':
      return { ...state, submission: { phase: 'running', stage: event.stage } }
    case 'refused':
      return isRunning ? { ...state, submission: refused(event) } : state
    case 'issued':
      return isRunning ? { ...NOTHING_YET, submission: { phase: 'issued' } } : state
    case 'postponed':
      return isRunning
        ? { ...NOTHING_YET, submission: { phase: 'postponed', readyAt: event.readyAt } }
        : state
    case 'cancelled':
      return { ...state, submission: IDLE }
    default:
      return isRunning ? state : edited(state, event)
  }
}

type Edit = Extract<
  EnrolmentEvent,
  { type: 'consented' | 'photographed' | 'described' | 'retry' | 'discarded' }
>

function edited(state: Enrolment, event: Edit): Enrolment {
  switch (event.type) {
    case 'consented':
      return { ...state, consent: true, submission: IDLE }
    case 'photographed':
      return { ...state, [event.what]: event.picture, submission: IDLE }
    case 'described':
      return { ...state, details: event.details, submission: IDLE }
    case 'retry':
      return { ...without(state, state.submission), submission: IDLE }
    case 'discarded':
      return NOTHING_YET
  }
}

/** Drops what the refusal was about, so that the next step is to give it again and nothing else. */
function without(state: Enrolment, submission: Submission): Enrolment {
  if (submission.phase !== 'refused') return state
  const { card, details, selfie, ...rest } = state
  switch (submission.remedy) {
    case 'selfie':
      return { ...rest, ...(card && { card }), ...(details && { details }) }
    case 'card':
      return { ...rest, ...(details && { details }), ...(selfie && { selfie }) }
    default:
      return state
  }
}

function refused({ code, which, retryAt }: Extract<EnrolmentEvent, { type: 'refused' }>): Submission {
  return { phase: 'refused', code, remedy: remedyFor(code, which), ...(retryAt && { retryAt }) }
}
