import type { HistoryEntry } from '@nansha/shared/api/wallet'
import type { ErrorCode } from '@nansha/shared/errors'
import type { ScenarioName } from '@nansha/shared/scenarios'

/** One visit to the present page: choose, approve, show, receipt. */
export type Presentation = { readonly scenario: ScenarioName } & (
  | { readonly phase: 'choosing' }
  | { readonly phase: 'opening' }
  | {
      readonly phase: 'showing'
      readonly handle: string
      /** Unix seconds, corrected: a record of use from then on is the receipt of this presentation. */
      readonly openedAt: number
    }
  | { readonly phase: 'stopped'; readonly code: ErrorCode }
  | { readonly phase: 'received'; readonly receipt: HistoryEntry }
)

export type PresentationEvent =
  | { readonly type: 'choose'; readonly scenario: ScenarioName }
  | { readonly type: 'open' }
  | { readonly type: 'opened'; readonly handle: string; readonly at: number }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  /** The history, newest first. */
  | { readonly type: 'recorded'; readonly entries: readonly HistoryEntry[] }
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
      return state.phase === 'opening'
        ? { phase: 'showing', scenario, handle: event.handle, openedAt: event.at }
        : state
    case 'failed':
      return state.phase === 'opening' ? { phase: 'stopped', scenario, code: event.code } : state
    case 'recorded': {
      const receipt = receiptIn(state, event.entries)
      return receipt ? { phase: 'received', scenario, receipt } : state
    }
    case 'close':
      return { phase: 'choosing', scenario }
  }
}

function receiptIn(state: Presentation, entries: readonly HistoryEntry[]): HistoryEntry | undefined {
  if (state.phase === 'showing') {
    return entries.find(
      ({ kind, at }) => (kind === 'presented' || kind === 'refused') && at >= state.openedAt,
    )
  }
  // The ticket was genuine; then the clerk looked up and saw somebody else.
  if (state.phase === 'received' && state.receipt.kind === 'presented') {
    return entries.find(({ code, at }) => code === 'PORTRAIT_MISMATCH' && at >= state.receipt.at)
  }
  return undefined
}
