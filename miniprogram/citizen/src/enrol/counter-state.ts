import type { ErrorCode } from '@nansha/shared/errors'
import type { CounterApplication } from './apply-at-counter'

/** An enrolment at a counter, as the phone sees it. */
export type CounterState =
  | { readonly phase: 'none' }
  | { readonly phase: 'applying' }
  | { readonly phase: 'waiting'; readonly application: CounterApplication }
  | { readonly phase: 'failed'; readonly code: ErrorCode }
  /** `child`: the place of the child's card that was issued, in place of an identity. */
  | { readonly phase: 'issued'; readonly child?: number }

export type CounterEvent =
  | { readonly type: 'applied' }
  | { readonly type: 'opened'; readonly application: CounterApplication }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'issued'; readonly child?: number }
  | { readonly type: 'left' }

/** After these codes the application has ended; after any other one the phone asks again. */
const OVER: readonly ErrorCode[] = ['ENROLMENT_EXPIRED', 'ENROLMENT_UNKNOWN', 'CHILD_CARD_NONE']

export function counterState(state: CounterState, event: CounterEvent): CounterState {
  switch (event.type) {
    case 'applied':
      return state.phase === 'none' || state.phase === 'failed' ? { phase: 'applying' } : state
    case 'opened':
      return state.phase === 'applying' ? { phase: 'waiting', application: event.application } : state
    case 'failed':
      if (state.phase === 'waiting' && !OVER.includes(event.code)) return state
      return state.phase === 'issued' ? state : { phase: 'failed', code: event.code }
    case 'issued':
      if (state.phase !== 'waiting') return state
      return event.child === undefined ? { phase: 'issued' } : { phase: 'issued', child: event.child }
    case 'left':
      return { phase: 'none' }
  }
}
