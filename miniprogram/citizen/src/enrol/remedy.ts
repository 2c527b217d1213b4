import type { ErrorCode } from '@nansha/shared/errors'
import type { PictureName } from './card-sides'

/**
 * What helps after a refusal: one picture again, filming and confirming again, the same once more, consent, a counter, or
 * another card, which a police station issues and no counter.
 */
export type Remedy = PictureName | 'again' | 'resubmit' | 'notice' | 'counter' | 'new-card'

const REMEDIES: Partial<Record<ErrorCode, Remedy>> = {
  NAME_MALFORMED: 'again',
  NAME_PRIVATE_CHARACTER: 'again',
  ADDRESS_DIFFERS: 'again',
  // Says no more than that something did not fit: the person is filmed again, and compares again what was read.
  PROOFING_RETRY: 'again',
  PROOFING_REFUSED: 'counter',
  ATTEMPTS_EXHAUSTED: 'counter',
  GUARDIAN_REQUIRED: 'counter',
  PHONE_HOLDS_ANOTHER: 'card',
  CARD_EXPIRED: 'new-card',
  CARD_NOT_YET_VALID: 'new-card',
  CARD_SUPERSEDED: 'new-card',
  CARD_COUNTER_ONLY: 'counter',
  CONSENT_REQUIRED: 'notice',
}

/** @param which the picture that was refused, where the server says so */
export function remedyFor(code: ErrorCode, which?: PictureName): Remedy {
  const known = REMEDIES[code]
  if (known) return known
  if (/^(IMAGE|FACE)_/.test(code)) return which ?? 'selfie'
  if (code.startsWith('LIVENESS_')) return 'selfie'
  if (code.startsWith('CARD_')) return which ?? 'card'
  // The number is as it was read.
  return code.startsWith('NUMBER_') ? 'card' : 'resubmit'
}
