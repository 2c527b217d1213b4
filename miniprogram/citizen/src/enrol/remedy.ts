import type { ErrorCode } from '@nansha/shared/errors'
import type { PictureName } from './enrolment'

/** What helps after a refusal, the least first: one picture again, the details, the whole once more, or a counter. */
export type Remedy = PictureName | 'details' | 'resubmit' | 'notice' | 'counter'

const REMEDIES: Partial<Record<ErrorCode, Remedy>> = {
  NAME_MALFORMED: 'details',
  // Says no more than that something did not fit: the details are checked, and the picture is taken again.
  PROOFING_RETRY: 'details',
  PROOFING_REFUSED: 'counter',
  ATTEMPTS_EXHAUSTED: 'counter',
  GUARDIAN_REQUIRED: 'counter',
  CARD_EXPIRED: 'counter',
  CONSENT_REQUIRED: 'notice',
}

/** @param which the picture that was refused, where the server says so */
export function remedyFor(code: ErrorCode, which?: PictureName): Remedy {
  const known = REMEDIES[code]
  if (known) return known
  if (/^(IMAGE|FACE)_/.test(code)) return which ?? 'selfie'
  if (code.startsWith('LIVENESS_')) return 'selfie'
  if (code.startsWith('CARD_')) return which ?? 'card'
  return code.startsWith('NUMBER_') ? 'details' : 'resubmit'
}
