import type { Receipt } from '@nansha/shared/api/wallet-answers'
import type { DeskCode } from '@nansha/shared/desk-code/desk-code'
import type { ErrorCode } from '@nansha/shared/errors'
import type { DeskReceipt } from '../present/presentation'

/** A desk's code that was checked: who asks, for what, and the text that the answer is bound to. */
export interface AskingDesk {
  readonly text: string
  readonly code: DeskCode
}

/** One answer to a desk's code: scan, read who asks, approve or decline, unlock if need be, hand over, receipt. */
export type DeskAnswer =
  | { readonly phase: 'scanning' | 'reading' | 'declined' }
  | { readonly phase: 'asked' | 'sending' | 'locked'; readonly desk: AskingDesk }
  /** Handed over; the desk has not looked yet. */
  | { readonly phase: 'waiting'; readonly use: string; readonly desk: AskingDesk }
  /** The desk did not look in time. */
  | { readonly phase: 'lapsed' }
  | { readonly phase: 'received'; readonly use: string; readonly receipt: DeskReceipt }
  | { readonly phase: 'stopped'; readonly reason: ErrorCode }

export type DeskAnswerEvent =
  | { readonly type: 'scanned' }
  | { readonly type: 'read'; readonly desk: AskingDesk }
  | { readonly type: 'approve' }
  | { readonly type: 'decline' }
  | { readonly type: 'handed-over'; readonly use: string }
  | { readonly type: 'failed'; readonly reason: ErrorCode }
  | { readonly type: 'recorded'; readonly use: string; readonly receipt: Receipt }
  | { readonly type: 'lapse' }
  | { readonly type: 'rescan' }

/** Events that do not fit the phase change nothing: a second code in view, a second tap, an answer that comes too late. */
export function deskAnswer(state: DeskAnswer, event: DeskAnswerEvent): DeskAnswer {
  switch (event.type) {
    case 'scanned':
      return state.phase === 'scanning' ? { phase: 'reading' } : state
    case 'read':
      return state.phase === 'reading' ? { phase: 'asked', desk: event.desk } : state
    case 'approve':
      return state.phase === 'asked' || state.phase === 'locked'
        ? { phase: 'sending', desk: state.desk }
        : state
    case 'decline':
      return state.phase === 'asked' || state.phase === 'locked' ? { phase: 'declined' } : state
    case 'handed-over':
      return state.phase === 'sending' ? { phase: 'waiting', use: event.use, desk: state.desk } : state
    case 'failed':
      return failed(state, event.reason)
    case 'recorded':
      return recorded(state, event.use, event.receipt)
    case 'lapse':
      return state.phase === 'waiting' ? { phase: 'lapsed' } : state
    case 'rescan':
      return { phase: 'scanning' }
  }
}

/** @returns the use of which the desk's last word is still awaited */
export function awaitedAnswer(state: DeskAnswer): string | undefined {
  if (state.phase === 'waiting') return state.use
  return state.phase === 'received' && state.receipt.state === 'shown' ? state.use : undefined
}

function failed(state: DeskAnswer, reason: ErrorCode): DeskAnswer {
  if (state.phase === 'sending' && reason === 'UNLOCK_REQUIRED') return { phase: 'locked', desk: state.desk }
  const mayFail = ['reading', 'asked', 'sending', 'locked'].includes(state.phase)
  return mayFail ? { phase: 'stopped', reason } : state
}

function recorded(state: DeskAnswer, use: string, receipt: Receipt): DeskAnswer {
  if (use !== awaitedAnswer(state) || receipt.state === 'waiting') return state
  if (state.phase === 'received' && state.receipt.state === receipt.state) return state
  return { phase: 'received', use, receipt }
}
