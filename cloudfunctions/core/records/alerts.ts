import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { Stored } from '../platform/database'
import type { AccountKey } from './account-key'
import { defineCollection } from './keeping'

export const ALERTS = defineCollection<Alert>('alerts', {
  id: 'blind',
  clear: [],
  rounded: { expiresAt: HOUR_MS },
})

/** What a citizen is told in the chat app as soon as it happens; the history has all of it. */
export type AlertKind = Extract<
  HistoryEntry['kind'],
  'presented' | 'refused' | 'attempted' | 'rebinding' | 'issued'
>

/** A message that is to be sent. `_id` is `<citizen>.<kind>.<minute>`: what would read the same waits once. */
export interface Alert extends Stored {
  readonly citizenId: string
  /** Who agreed to it; the identity may be another account's when it is sent. */
  readonly account: AccountKey
  readonly kind: AlertKind
  readonly at: Date
  /** Not sent from then on: news of an hour ago would be taken for news. */
  readonly expiresAt: Date
}
