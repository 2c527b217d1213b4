import type { Receipt } from '@nansha/shared/api/wallet-answers'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'
import type { Code, Form } from './take-code'

/** What a desk made of a code; `shown` until the clerk has compared the portrait. */
export type DeskReceipt = Exclude<Receipt, { readonly state: 'waiting' }>

/** One visit to the present page: choose, approve, unlock if need be, show, receipt. */
export type Presentation = { readonly scenario: ScenarioName } & (
  | { readonly phase: 'choosing' }
  /** `forms`: what is tried, and tried again after the PIN. */
  | { readonly phase: 'opening' | 'locked'; readonly forms: readonly Form[] }
  | { readonly phase: 'stopped'; readonly forms: readonly Form[]; readonly reason: ErrorCode }
  | { readonly phase: 'showing'; readonly code: Code }
  | { readonly phase: 'received'; readonly use: string; readonly receipt: DeskReceipt }
)

export type PresentationEvent =
  | { readonly type: 'choose'; readonly scenario: ScenarioName }
  | { readonly type: 'open'; readonly forms: readonly Form[] }
  | { readonly type: 'opened'; readonly code: Code }
  | { readonly type: 'failed'; readonly reason: ErrorCode }
  | { readonly type: 'recorded'; readonly use: string; readonly receipt: Receipt }
  | { readonly type: 'close' }

/** Events that do not fit the phase change nothing: a second tap, an answer after the page was closed. */
export function presentation(state: Presentation, event: PresentationEvent): Presentation {
  const { scenario } = state
  switch (event.type) {
    case 'choose':
      return state.phase === 'choosing' ? { phase: 'choosing', scenario: event.scenario } : state
    case 'open':
      return state.phase === 'opening' ? state : { phase: 'opening', scenario, forms: event.forms }
    case 'opened':
      return state.phase === 'opening' ? { phase: 'showing', scenario, code: event.code } : state
    case 'failed':
      if (state.phase !== 'opening') return state
      return event.reason === 'UNLOCK_REQUIRED'
        ? { phase: 'locked', scenario, forms: state.forms }
        : { phase: 'stopped', scenario, forms: state.forms, reason: event.reason }
    case 'recorded':
      return recorded(state, event.use, event.receipt)
    case 'close':
      return { phase: 'choosing', scenario }
  }
}

/** @returns the use of which the desk's last word is still awaited */
export function awaitedUse(state: Presentation): string | undefined {
  if (state.phase === 'showing') return state.code.use
  return state.phase === 'received' && state.receipt.state === 'shown' ? state.use : undefined
}

function recorded(state: Presentation, use: string, receipt: Receipt): Presentation {
  if (use !== awaitedUse(state) || receipt.state === 'waiting') return state
  if (state.phase === 'received' && state.receipt.state === receipt.state) return state
  return { phase: 'received', scenario: state.scenario, use, receipt }
}
