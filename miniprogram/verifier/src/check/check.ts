import type { TicketVerified } from '@nansha/shared/api/verify'
import type { ErrorCode } from '@nansha/shared/errors'

/** A use whose portrait is there to compare; without one there is nothing a desk could decide by. */
export type Comparable = TicketVerified & { readonly portrait: string }

/** Where one guest's check stands; exactly one screen each. */
export type Check =
  | { readonly at: 'scanning' }
  | { readonly at: 'checking'; readonly ticket: string }
  | { readonly at: 'comparing'; readonly use: Comparable; readonly failure?: ErrorCode }
  | { readonly at: 'confirming'; readonly use: Comparable; readonly portraitMatches: boolean }
  | { readonly at: 'accepted'; readonly use: Comparable }
  | { readonly at: 'refused'; readonly code: ErrorCode; readonly ticket?: string }

export type CheckEvent =
  | { readonly type: 'scanned'; readonly ticket: string }
  | { readonly type: 'verified'; readonly use: TicketVerified }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  | { readonly type: 'compared'; readonly portraitMatches: boolean }
  | { readonly type: 'confirmed'; readonly verdict: 'accepted' | 'refused' }
  | { readonly type: 'retry' }
  | { readonly type: 'next' }

/** Refusals after which the same request may well succeed: nothing was decided. */
const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set(['OFFLINE', 'SERVICE_UNAVAILABLE'])

/** @returns the step after `check`; an event that does not belong to the present step (a late answer) changes nothing. */
export function nextCheck(check: Check, event: CheckEvent): Check {
  if (event.type === 'next') return { at: 'scanning' }
  switch (check.at) {
    case 'scanning':
      return event.type === 'scanned' ? { at: 'checking', ticket: event.ticket } : check
    case 'checking':
      if (event.type === 'verified') return compare(event.use)
      return event.type === 'failed' ? refuse(event.code, check.ticket) : check
    case 'comparing':
      if (event.type !== 'compared') return check
      return { at: 'confirming', use: check.use, portraitMatches: event.portraitMatches }
    case 'confirming':
      return afterConfirming(check, event)
    case 'refused':
      if (event.type !== 'retry' || check.ticket === undefined) return check
      return { at: 'checking', ticket: check.ticket }
    case 'accepted':
      return check
  }
}

function compare(use: TicketVerified): Check {
  const { portrait } = use
  return portrait ? { at: 'comparing', use: { ...use, portrait } } : refuse('SERVICE_UNAVAILABLE')
}

function refuse(code: ErrorCode, ticket?: string): Check {
  return ticket !== undefined && WORTH_RETRYING.has(code)
    ? { at: 'refused', code, ticket }
    : { at: 'refused', code }
}

function afterConfirming(check: Extract<Check, { at: 'confirming' }>, event: CheckEvent): Check {
  if (event.type === 'confirmed') {
    // The server may refuse what the clerk accepted (frozen in the meantime), never the other way round.
    const accepted = check.portraitMatches && event.verdict === 'accepted'
    return accepted ? { at: 'accepted', use: check.use } : refuse('PORTRAIT_MISMATCH')
  }
  if (event.type !== 'failed') return check
  return WORTH_RETRYING.has(event.code)
    ? { at: 'comparing', use: check.use, failure: event.code }
    : refuse(event.code)
}
