import type { WalletStatus } from '@nansha/shared/api/wallet-answers'
import type { ErrorCode } from '@nansha/shared/errors'
import type { HeldCredential, PostponedCredential } from './held-credential'
import type { Identity } from './read-identity'

/** What this phone holds, and what the server last said of it. */
export type WalletState =
  | { readonly phase: 'loading' }
  | { readonly phase: 'empty' }
  /** There was something on this phone that cannot be read any more. */
  | { readonly phase: 'lost' }
  | { readonly phase: 'postponed'; readonly postponed: PostponedCredential }
  | {
      readonly phase: 'held'
      readonly held: HeldCredential
      readonly identity: Identity
      readonly server: WalletStatus
      /** A PIN was set on this phone. Without one nothing is released a day after enrolment. */
      readonly hasPin: boolean
      /** When the holder showed their face last, Unix seconds; 0 when not since this app was opened. */
      readonly faceAt: number
    }

export type WalletEvent =
  | { readonly type: 'empty' | 'lost' }
  | { readonly type: 'postponed'; readonly postponed: PostponedCredential }
  | {
      readonly type: 'held'
      readonly held: HeldCredential
      readonly identity: Identity
      readonly hasPin: boolean
    }
  | { readonly type: 'pin-set' | 'pin-lost' }
  | { readonly type: 'face-shown'; readonly seenAt: number }
  | { readonly type: 'checked'; readonly server: WalletStatus }

/** Until the server says otherwise: a wrong guess here does no harm, because desks ask the server themselves. */
const UNCHECKED: WalletStatus = { status: 'valid', numberLocked: false }

export function walletState(state: WalletState, event: WalletEvent): WalletState {
  switch (event.type) {
    case 'empty':
    case 'lost':
      return { phase: event.type }
    case 'postponed':
      return { phase: 'postponed', postponed: event.postponed }
    case 'held':
      return {
        phase: 'held',
        held: event.held,
        identity: event.identity,
        hasPin: event.hasPin,
        faceAt: 0,
        server: UNCHECKED,
      }
    case 'pin-set':
    case 'pin-lost':
      return state.phase === 'held' ? { ...state, hasPin: event.type === 'pin-set' } : state
    case 'face-shown':
      return state.phase === 'held' ? { ...state, faceAt: event.seenAt } : state
    case 'checked':
      return state.phase === 'held' ? { ...state, server: event.server } : state
  }
}

/** @param now corrected time, Unix milliseconds */
export function statusAt(
  { identity, server }: Extract<WalletState, { phase: 'held' }>,
  now: number,
): WalletStatus['status'] {
  const isOver = identity.expiresAt * 1000 <= now
  return isOver && server.status === 'valid' ? 'expired' : server.status
}

/**
 * Why nothing can be shown, as far as this phone knows; desks ask the server themselves.
 *
 * @param now corrected time, Unix milliseconds
 */
export function walletRefusal(state: WalletState, now: number): ErrorCode | undefined {
  if (state.phase === 'lost') return 'CREDENTIAL_LOST'
  if (state.phase !== 'held') return 'CREDENTIAL_NONE'
  const codes = {
    valid: undefined,
    frozen: 'CREDENTIAL_FROZEN',
    revoked: 'CREDENTIAL_REVOKED',
    expired: 'CREDENTIAL_EXPIRED',
  } as const
  return codes[statusAt(state, now)]
}
