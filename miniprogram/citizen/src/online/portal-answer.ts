import type { ErrorCode } from '@nansha/shared/errors'
import type { Path } from '@nansha/shared/openid4vp/asked-of'
import type { PortalAnswered } from './answer-portal'
import type { PortalRequest } from './read-portal'

/** One answer to a website: read who asks, choose, approve or decline, unlock if need be, hand over, code. */
export type PortalAnswer =
  | { readonly phase: 'reading' | 'declined' }
  | {
      readonly phase: 'asked' | 'locked' | 'sending'
      readonly request: PortalRequest
      readonly chosen: readonly Path[]
    }
  | { readonly phase: 'answered'; readonly answered: PortalAnswered }
  | { readonly phase: 'stopped'; readonly reason: ErrorCode; readonly claims: readonly string[] }

export type PortalAnswerEvent =
  | { readonly type: 'read'; readonly request: PortalRequest }
  | { readonly type: 'choose'; readonly chosen: readonly Path[] }
  | { readonly type: 'approve' | 'decline' }
  | { readonly type: 'answered'; readonly answered: PortalAnswered }
  | { readonly type: 'failed'; readonly reason: ErrorCode; readonly claims?: readonly string[] }

/** Events that do not fit the phase change nothing: a second tap, an answer that comes too late. */
export function portalAnswer(state: PortalAnswer, event: PortalAnswerEvent): PortalAnswer {
  const isOpen = state.phase === 'asked' || state.phase === 'locked'
  switch (event.type) {
    case 'read':
      return state.phase === 'reading' ? { phase: 'asked', request: event.request, chosen: [] } : state
    case 'choose':
      return state.phase === 'asked' ? { ...state, chosen: event.chosen } : state
    case 'approve':
      return isOpen ? { ...state, phase: 'sending' } : state
    case 'decline':
      return isOpen ? { phase: 'declined' } : state
    case 'answered':
      return state.phase === 'sending' ? { phase: 'answered', answered: event.answered } : state
    case 'failed':
      if (state.phase === 'sending' && event.reason === 'UNLOCK_REQUIRED')
        return { ...state, phase: 'locked' }
      if (state.phase === 'declined' || state.phase === 'answered') return state
      return { phase: 'stopped', reason: event.reason, claims: event.claims ?? [] }
  }
}
