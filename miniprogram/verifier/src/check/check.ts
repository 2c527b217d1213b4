import { type ErrorCode, UNANSWERED } from '@nansha/shared/errors'
import { isHolderCode } from './holder-code'
import { addFrame, type Frames, firstFrame } from './pass/frames'
import type { Subject } from './subject'

/** Where one check stands; exactly one screen each. */
export type Check =
  | { readonly at: 'scanning' }
  | { readonly at: 'checking'; readonly ticket: string }
  /** Frames of a pass; `genuine` once the proof was verified and only the portrait is missing. */
  | { readonly at: 'reading'; readonly frames: Frames; readonly genuine?: Subject }
  | { readonly at: 'comparing'; readonly subject: Subject; readonly failure?: ErrorCode }
  | { readonly at: 'confirming'; readonly subject: Subject; readonly portraitMatches: boolean }
  | { readonly at: 'accepted'; readonly subject: Subject }
  | { readonly at: 'refused'; readonly code: ErrorCode; readonly ticket?: string }
  /** The plastic card is looked at instead. */
  | { readonly at: 'card'; readonly refused: ErrorCode }

export type CheckEvent =
  /** A code held before the camera. */
  | { readonly type: 'scanned'; readonly text: string }
  /** The same phone goes on showing codes. */
  | { readonly type: 'seen'; readonly text: string }
  | { readonly type: 'verified'; readonly subject: Subject }
  | { readonly type: 'failed'; readonly code: ErrorCode }
  /** The portrait of a genuine pass does not come. */
  | { readonly type: 'go-on-without-portrait' }
  /** The portrait came, and this device cannot show it: what is not seen is not compared. */
  | { readonly type: 'portrait-unseen' }
  | { readonly type: 'compared'; readonly portraitMatches: boolean }
  | { readonly type: 'confirmed'; readonly verdict: 'accepted' | 'refused' }
  /** A holder answered the code on the desk's screen, or what came was refused. */
  | { readonly type: 'arrived'; readonly subject: Subject }
  | { readonly type: 'turned-away'; readonly code: ErrorCode }
  | { readonly type: 'retry' }
  /** After a refusal the clerk looks at the plastic card. */
  | { readonly type: 'check-card' }
  | { readonly type: 'next' }

/** Refusals after which the same request may well succeed: nothing was decided. */
const WORTH_RETRYING: ReadonlySet<ErrorCode> = new Set([...UNANSWERED, 'STORAGE_FULL'])

/** @returns the step after `check`; an event that does not belong to the present step (a late answer) changes nothing. */
export function nextCheck(check: Check, event: CheckEvent): Check {
  if (event.type === 'next') return { at: 'scanning' }
  switch (check.at) {
    case 'scanning':
      return begin(check, event)
    case 'checking':
      if (event.type === 'verified') return compare(event.subject)
      return event.type === 'failed' ? refuse(event.code, check.ticket) : check
    case 'reading':
      return readOn(check, event)
    case 'comparing':
      if (event.type === 'portrait-unseen')
        return { at: 'comparing', subject: withoutPortrait(check.subject) }
      if (event.type !== 'compared') return check
      return { at: 'confirming', subject: check.subject, portraitMatches: event.portraitMatches }
    case 'confirming':
      return afterConfirming(check, event)
    case 'refused':
      if (event.type === 'check-card') return { at: 'card', refused: check.code }
      if (event.type !== 'retry' || check.ticket === undefined) return check
      return { at: 'checking', ticket: check.ticket }
    case 'accepted':
    case 'card':
      return check
  }
}

function begin(check: Check, event: CheckEvent): Check {
  if (event.type === 'arrived') return compare(event.subject)
  if (event.type === 'turned-away') return refuse(event.code)
  if (event.type !== 'scanned') return check
  // A foreign code, such as a payment code, is private: it is not sent.
  if (!isHolderCode(event.text)) return refuse('QR_UNREADABLE')
  const frames = firstFrame(event.text)
  return frames ? { at: 'reading', frames } : { at: 'checking', ticket: event.text }
}

function readOn(check: Extract<Check, { at: 'reading' }>, event: CheckEvent): Check {
  switch (event.type) {
    case 'scanned':
      return isMissingPortrait(check.frames, event.text) ? addTo(check, event.text) : begin(check, event)
    case 'seen':
      return addTo(check, event.text)
    case 'verified':
      if (event.subject.portrait !== undefined) return { at: 'comparing', subject: event.subject }
      return { ...check, genuine: event.subject }
    case 'go-on-without-portrait':
      return check.genuine ? { at: 'comparing', subject: check.genuine } : check
    case 'failed':
      return refuse(event.code)
    default:
      return check
  }
}

/**
 * In bad light a phone's two frames may be read further apart than a clear view lasts. A proof goes on waiting then: it names the
 * digest of its portrait, so that another phone's is refused.
 */
function isMissingPortrait({ proof, portrait }: Frames, text: string): boolean {
  return proof !== undefined && portrait === undefined && firstFrame(text)?.portrait !== undefined
}

function addTo(check: Extract<Check, { at: 'reading' }>, text: string): Check {
  const frames = addFrame(check.frames, text)
  return frames === check.frames ? check : { at: 'reading', frames }
}

/** A ticket without a portrait leaves a desk nothing to decide by. */
function compare(subject: Subject): Check {
  return subject.portrait ? { at: 'comparing', subject } : refuse('SERVICE_UNAVAILABLE')
}

/** The clerk goes by the card: nothing becomes green. */
function withoutPortrait({ portrait: _, ...subject }: Subject): Subject {
  return subject
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
    return accepted ? { at: 'accepted', subject: check.subject } : refuse('PORTRAIT_MISMATCH')
  }
  if (event.type !== 'failed') return check
  return WORTH_RETRYING.has(event.code)
    ? { at: 'comparing', subject: check.subject, failure: event.code }
    : refuse(event.code)
}
