import type { ErrorCode } from '@nansha/shared/errors'

/** What helps after a refusal, the least first: one picture again, the details, the whole once more, or a counter. */
export type Remedy = 'selfie' | 'card' | 'details' | 'resubmit' | 'notice' | 'counter'

const REMEDIES: Partial<Record<ErrorCode, Remedy>> = {
  NUMBER_LENGTH: 'details',
  NUMBER_CHARACTERS: 'details',
  NUMBER_REGION: 'details',
  NUMBER_DATE: 'details',
  NUMBER_CHECKSUM: 'details',
  NAME_MALFORMED: 'details',
  // Says no more than that something did not fit; the details are what a citizen can check alone.
  PROOFING_REFUSED: 'details',
  PROOFING_RETRY: 'selfie',
  ATTEMPTS_EXHAUSTED: 'counter',
  GUARDIAN_REQUIRED: 'counter',
  CONSENT_REQUIRED: 'notice',
}

const ABOUT_A_PICTURE: readonly ErrorCode[] = [
  'IMAGE_UNREADABLE',
  'IMAGE_TOO_LARGE',
  'IMAGE_MISSING',
  'FACE_NOT_FOUND',
  'FACE_MULTIPLE',
]

/** @param which the picture that was refused, where the server says so */
export function remedyFor(code: ErrorCode, which?: 'card' | 'selfie'): Remedy {
  if (ABOUT_A_PICTURE.includes(code)) return which ?? 'selfie'
  return REMEDIES[code] ?? 'resubmit'
}
