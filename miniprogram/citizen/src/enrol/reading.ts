import type { CardRead } from '@nansha/shared/api/enrol'
import type { ErrorCode } from '@nansha/shared/errors'

/** What was read off one side of the card, while the citizen goes on. */
export type Reading =
  | { readonly phase: 'none' | 'running' }
  | {
      readonly phase: 'read'
      /** The enrolment on the server that holds what was read; no other one does. */
      readonly enrolmentId: string
      readonly fields: CardRead['fields']
      /** A data URL. */
      readonly portrait?: string
    }
  | { readonly phase: 'unread'; readonly code: ErrorCode }

/** Whether only another photo of this side helps, and not asking once more. */
export function wantsRetake(reading: Reading): reading is Extract<Reading, { phase: 'unread' }> {
  return reading.phase === 'unread' && /^(CARD|IMAGE)_/.test(reading.code)
}
