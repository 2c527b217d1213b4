import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const DESK_DIGITS = defineCollection<DeskDigits>('deskDigits', {
  id: 'blind',
  clear: ['expiresAt'],
  vouchedBy: 'record',
})

/** Eight digits that a clerk reads out in place of a desk's code. `_id` are the digits. */
export interface DeskDigits extends Stored {
  /** The text of the code that they stand for. */
  readonly code: string
  /** The phone that typed them first; for every other one they are used up. */
  readonly takenBy: string | null
  readonly expiresAt: Date
}

export const DIGITS_COUNTS = defineCollection<DigitsCount>('digitsDays', {
  id: 'forgotten',
  clear: ['count'],
  rounded: { expiresAt: DAY_MS },
  vouchedBy: 'record',
})

/** How many digits a desk drew, or a phone typed in vain, on one day. `_id` is who, and the day as in China. */
export interface DigitsCount extends Stored {
  readonly count: number
  readonly expiresAt: Date
}
