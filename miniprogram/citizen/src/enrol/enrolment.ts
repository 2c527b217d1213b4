import type { Picture } from '@nansha/kit/camera/picture'
import type { EnrolBegun } from '@nansha/shared/api/enrol'
import type { ErrorCode } from '@nansha/shared/errors'
import type { CardSide } from '@nansha/shared/identity-card'
import type { KeptEnrolment } from '../parts/kept-enrolment'
import type { PictureName } from './card-sides'
import type { Details } from './check-details'
import { picturesOf, type Selfie } from './live-person'
import type { Reading } from './reading'
import { type Remedy, remedyFor } from './remedy'
import { resumed, withoutUploaded } from './resumed-enrolment'
import { isSettled, type SelfieCheck } from './selfie-check'
import type { SelfieFiles } from './upload-selfie'

/**
 * What the citizen has given so far. Kept in memory only: photographs and numbers never reach the phone's storage. Where they lie on the
 * server does (remember-enrolment.ts).
 */
export interface Enrolment {
  /** The server no longer holds what was given before the app was closed. */
  readonly isLapsed: boolean
  readonly consent: boolean
  /** The two sides of the card: the one with the portrait, and the one with the emblem. */
  readonly card?: Picture
  readonly emblem?: Picture
  readonly selfie?: Selfie
  readonly selfieCheck: SelfieCheck
  readonly details?: Details
  /** The photos that the details were compared with: another photo of a side must be compared again. */
  readonly described?: { readonly card?: Picture; readonly emblem?: Picture }
  /** The enrolment that the server holds open, and the sides of the card as uploaded for it. */
  readonly begun?: EnrolBegun
  readonly cardFile?: string
  readonly emblemFile?: string
  readonly reading: Reading
  readonly emblemReading: Reading
  readonly submission: Submission
}

/** Up to `checking` nothing has been decided and the citizen may cancel; from then on the answer is awaited. */
export type Stage = 'beginning' | 'uploading' | 'network-id' | 'filming' | 'checking'

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

type Edit =
  | { readonly type: 'consented' }
  | { readonly type: 'photographed'; readonly side: CardSide; readonly card: Picture }
  | { readonly type: 'filmed'; readonly selfie: Selfie }
  | { readonly type: 'check-skipped' }
  | { readonly type: 'described'; readonly details: Details }
  | { readonly type: 'retry' }
  | { readonly type: 'discarded' }

/** What the server does with the card meanwhile; of a card that was taken again since, it changes nothing. */
type Progress =
  | { readonly type: 'begun'; readonly begun: EnrolBegun }
  /** The app was closed and opened again while the server held the enrolment open. */
  | { readonly type: 'resumed'; readonly kept: KeptEnrolment }
  /** It holds it open no more. */
  | { readonly type: 'lapsed' }
  | { readonly type: 'reading'; readonly card: Picture }
  | { readonly type: 'uploaded'; readonly card: Picture; readonly file: string }
  | { readonly type: 'read'; readonly card: Picture; readonly reading: Reading }

/** What the server says of the selfie; of one that was taken again since, or is being submitted, it changes nothing. */
type Check =
  | { readonly type: 'checking'; readonly selfie: Selfie }
  | { readonly type: 'checked'; readonly selfie: Selfie; readonly files: SelfieFiles }
  | {
      readonly type: 'check-failed'
      readonly selfie: Selfie
      readonly code: ErrorCode
      readonly which?: PictureName
    }

type Outcome =
  | { readonly type: 'advanced'; readonly stage: Stage }
  | {
      readonly type: 'refused'
      readonly code: ErrorCode
      readonly which?: PictureName
      readonly retryAt?: number
    }
  | { readonly type: 'issued' }
  | { readonly type: 'postponed'; readonly readyAt: number }
  | { readonly type: 'cancelled' }

export type EnrolmentEvent = Edit | Progress | Check | Outcome

export const NOTHING_YET: Enrolment = {
  isLapsed: false,
  consent: false,
  reading: { phase: 'none' },
  emblemReading: { phase: 'none' },
  selfieCheck: { phase: 'none' },
  submission: { phase: 'none' },
}

/** While a submission runs, only its own progress and the reading of the card change anything. */
export function enrolment(state: Enrolment, event: EnrolmentEvent): Enrolment {
  const isRunning = state.submission.phase === 'running'
  switch (event.type) {
    case 'advanced':
      return { ...state, submission: { phase: 'running', stage: event.stage } }
    case 'refused':
    case 'issued':
    case 'postponed':
    case 'cancelled':
      return isRunning ? ended(state, event) : state
    case 'begun':
      return begunAnew(state, event.begun)
    case 'resumed':
      return state.begun || state.card ? state : { ...NOTHING_YET, ...resumed(event.kept) }
    case 'lapsed':
      return { ...NOTHING_YET, isLapsed: true }
    case 'checking':
    case 'checked':
    case 'check-failed':
      return isRunning || event.selfie !== state.selfie ? state : checkOn(state, event)
    case 'reading':
    case 'uploaded':
    case 'read':
      return readOn(state, event)
    default:
      return isRunning ? state : edited(state, event)
  }
}

export function readingOf({ reading, emblemReading }: Enrolment, side: CardSide): Reading {
  return side === 'portrait' ? reading : emblemReading
}

/** Whether the enrolment that is open remembers what a side says. */
export function isRead(enrolment: Enrolment, side: CardSide): boolean {
  const reading = readingOf(enrolment, side)
  return reading.phase === 'read' && reading.enrolmentId === enrolment.begun?.enrolmentId
}

/** @returns every picture that is still needed */
export function heldPictures({ card, emblem, selfie }: Enrolment): readonly Picture[] {
  return [...(card ? [card] : []), ...(emblem ? [emblem] : []), ...picturesOf(selfie)]
}

function ended(state: Enrolment, event: Exclude<Outcome, { type: 'advanced' }>): Enrolment {
  switch (event.type) {
    case 'issued':
      return { ...NOTHING_YET, submission: { phase: 'issued' } }
    case 'postponed':
      return { ...NOTHING_YET, submission: { phase: 'postponed', readyAt: event.readyAt } }
    case 'cancelled':
      return { ...spent(state), submission: { phase: 'none' } }
    case 'refused': {
      const { code, which, retryAt } = event
      const refusal = { phase: 'refused', code, remedy: remedyFor(code, which) } as const
      return { ...spent(state), submission: { ...refusal, ...(retryAt && { retryAt }) } }
    }
  }
}

/** An enrolment is submitted once, and with it the answer to its challenge: frames go, a plain picture may stay. */
function spent(state: Enrolment): Enrolment {
  const { begun, cardFile, emblemFile, selfie, selfieCheck, ...rest } = withoutUploaded(state)
  if (!selfie || !('picture' in selfie)) return { ...rest, selfieCheck: UNCHECKED }
  // It was looked at, or is to be by the submission: the next enrolment has it uploaded by its submission.
  return { ...rest, selfie, selfieCheck: isSettled(selfieCheck) ? { phase: 'skipped' } : UNCHECKED }
}

const UNCHECKED: SelfieCheck = { phase: 'none' }

/** A film answers the challenge of one enrolment: in another one the person is filmed again. */
function begunAnew(state: Enrolment, begun: EnrolBegun): Enrolment {
  if (state.begun === undefined || state.begun.enrolmentId === begun.enrolmentId) return { ...state, begun }
  const kept = spent(state)
  if (kept.selfie !== undefined || state.selfie === undefined) return { ...kept, begun }
  return { ...kept, begun, selfieCheck: { phase: 'failed', code: 'ENROLMENT_EXPIRED', remedy: 'selfie' } }
}

function checkOn(state: Enrolment, event: Check): Enrolment {
  if (event.type === 'checking') return { ...state, selfieCheck: { phase: 'running' } }
  if (event.type === 'checked') return { ...state, selfieCheck: { phase: 'good', files: event.files } }
  const { code, which } = event
  const { selfie, card, ...rest } = code.startsWith('ENROLMENT_') ? spent(state) : state
  const remedy = selfie ? remedyFor(code, which) : 'selfie'
  return {
    ...rest,
    ...(selfie && remedy !== 'selfie' && { selfie }),
    ...(card && remedy !== 'card' && { card }),
    selfieCheck: { phase: 'failed', code, remedy },
  }
}

function edited(state: Enrolment, event: Edit): Enrolment {
  const idle = { ...state, submission: { phase: 'none' } } as const
  switch (event.type) {
    case 'consented':
      return { ...idle, isLapsed: false, consent: true }
    case 'photographed': {
      if (event.side === 'emblem') {
        const { emblemFile, ...rest } = idle
        return { ...rest, emblem: event.card, emblemReading: { phase: 'none' } }
      }
      const { cardFile, selfieCheck, ...rest } = idle
      const isMended = selfieCheck.phase === 'failed' && selfieCheck.remedy === 'card'
      return {
        ...rest,
        card: event.card,
        reading: { phase: 'none' },
        selfieCheck: isMended ? UNCHECKED : selfieCheck,
      }
    }
    case 'filmed':
      return { ...idle, selfie: event.selfie, selfieCheck: UNCHECKED }
    case 'check-skipped':
      return { ...idle, selfieCheck: { phase: 'skipped' } }
    case 'described':
      return { ...idle, details: event.details, described: photosOf(state) }
    case 'retry':
      return retried(state)
    case 'discarded':
      return NOTHING_YET
  }
}

function photosOf({ card, emblem }: Enrolment) {
  return { ...(card && { card }), ...(emblem && { emblem }) }
}

/** Of a side that was photographed again since, nothing changes. */
function readOn(state: Enrolment, event: Extract<Progress, { readonly card: Picture }>): Enrolment {
  if (event.card !== state.card && event.card !== state.emblem) return state
  const isPortrait = event.card === state.card
  if (event.type === 'uploaded')
    return isPortrait ? { ...state, cardFile: event.file } : { ...state, emblemFile: event.file }
  const reading = event.type === 'reading' ? ({ phase: 'running' } as const) : event.reading
  return isPortrait ? { ...state, reading } : { ...state, emblemReading: reading }
}

/** Drops what the refusal was about, so that the next step is to give it again and nothing else. */
function retried(state: Enrolment): Enrolment {
  const { submission, card, emblem, selfie, described, ...rest } = state
  const remedy = submission.phase === 'refused' ? submission.remedy : undefined
  return {
    ...rest,
    submission: { phase: 'none' },
    consent: state.consent && remedy !== 'notice',
    ...(card && remedy !== 'card' && remedy !== 'new-card' && { card }),
    ...(emblem && remedy !== 'emblem' && remedy !== 'new-card' && { emblem }),
    ...(selfie && remedy !== 'selfie' && remedy !== 'again' ? { selfie } : { selfieCheck: UNCHECKED }),
    ...(described && remedy !== 'again' && { described }),
  }
}
