import type { WalletStatus } from '@nansha/shared/api/wallet'
import type { HeldCredential } from './held-credential'
import type { Identity } from './read-identity'

export type Status = WalletStatus['status']

/** What this phone holds, and what the server last said of it. */
export type WalletState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'empty' }
  | {
      readonly phase: 'held'
      readonly held: HeldCredential
      readonly identity: Identity
      /** `valid` until the server says otherwise: desks ask the server themselves. */
      readonly status: Status
    }

export type WalletEvent =
  | { readonly type: 'empty' }
  | { readonly type: 'held'; readonly held: HeldCredential; readonly identity: Identity }
  | { readonly type: 'checked'; readonly status: Status }

export function walletState(state: WalletState, event: WalletEvent): WalletState {
  switch (event.type) {
    case 'empty':
      return { phase: 'empty' }
    case 'held':
      return { phase: 'held', held: event.held, identity: event.identity, status: 'valid' }
    case 'checked':
      return state.phase === 'held' && state.status !== event.status
        ? { ...state, status: event.status }
        : state
  }
}

/** @param now corrected time, Unix milliseconds */
export function statusAt(state: Extract<WalletState, { phase: 'held' }>, now: number): Status {
  const isOver = state.identity.expiresAt * 1000 <= now
  return isOver && state.status === 'valid' ? 'expired' : state.status
}
