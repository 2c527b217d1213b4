import type { Receipt } from '@nansha/shared/api/wallet'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'

/** What a desk made of a handle; `shown` until the clerk has compared the portrait. */
export type DeskReceipt = Exclude<Receipt, { readonly state: 'waiting' }>

/** One visit to the present page: choose, approve, unlock if need be, show, receipt. */
export type Presentation = { readonly scenario: ScenarioName } & (
  | { readonly phase: 'choosing' | 'opening' | 'locked' }
  | { readonly phase: 'showing'; readonly handle: string }
  | { readonly phase: 'stopped'; readonly code: ErrorCode }
  | { readonly phase: 'received'; readonly handle: string; readonly receipt: DeskReceipt }
)

export type PresentationEvent =
  | { readonly type: 'choose'; readonly scenario: ScenarioName }
  | { readonly type: 'open' }
  | { readonly type: 'opened'; readonly handle: string }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'recorded'; readonly handle: string; readonly receipt: Receipt }
  | { readonly type: 'close' }

/** Events that do not fit the phase change nothing: a second tap, an answer after the page was closed. */
export function presentation(state: Presentation, event: PresentationEvent): Presentation {
  const { scenario } = state
  switch (event.type) {
    case 'choose':
      return state.phase === 'choosing' ? { phase: 'choosing', scenario: event.scenario } : state
    case 'open':
      return state.phase === 'opening' ? state : { phase: 'opening', scenario }
    case 'opened':
      return state.phase === 'opening' ? { phase: 'showing', scenario, handle: event.handle } : state
    case 'failed':
      if (state.phase !== 'opening') return state
      return event.code === 'UNLOCK_REQUIRED'
        ? { phase: 'locked', scenario }
        : { phase: 'stopped', scenario, code: event.code }
    case 'recorded':
      return recorded(state, event.handle, event.receipt)
    case 'close':
      return { phase: 'choosing', scenario }
  }
}

/** @returns the handle of which the desk's last word is still awaited */
export function awaitedHandle(state: Presentation): string | undefined {
  if (state.phase === 'showing') return state.handle
  return state.phase === 'received' && state.receipt.state === 'shown' ? state.handle : undefined
}

function recorded(state: Presentation, handle: string, receipt: Receipt): Presentation {
  if (handle !== awaitedHandle(state) || receipt.state === 'waiting') return state
  if (state.phase === 'received' && state.receipt.state === receipt.state) return state
  return { phase: 'received', scenario: state.scenario, handle, receipt }
}
