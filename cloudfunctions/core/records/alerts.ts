import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'

export const ALERTS = defineCollection<Alert>('alerts', {
  clear: [],
  rounded: { expiresAt: HOUR_MS },
  pad: 256,
})

/** What a citizen is told in the chat app as soon as it happens; the history has all of it. */
export type AlertKind = Extract<HistoryEntry['kind'], 'presented' | 'refused' | 'attempted' | 'rebinding'>

/** A message that is to be sent. `_id` is random. */
export interface Alert extends Stored {
  readonly citizenId: string
  readonly kind: AlertKind
  readonly at: Date
  /** Not sent from then on: news of an hour ago would be taken for news. */
  readonly expiresAt: Date
}
