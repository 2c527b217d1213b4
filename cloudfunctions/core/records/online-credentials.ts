import { DAY_MS } from '@nansha/shared/clock/durations'
import type { CredentialStatus } from '@nansha/shared/status/status-list'
import type { Stored } from '../platform/database'
import { defineCollection } from './keeping'
import type { StatusListRecord } from './status-lists'

export const ONLINE_CREDENTIALS = defineCollection<OnlineCredential>('onlineCredentials', {
  clear: ['list', 'status'],
  asked: ['citizenId'],
  rounded: { statusChangedAt: DAY_MS, expiresAt: DAY_MS },
  pad: 128,
  vouchedBy: 'record',
})

/** Status lists of the online credentials alone: their tokens are signed for readers of `x5c`. */
export const ONLINE_STATUS_LISTS = defineCollection<StatusListRecord>('onlineStatusLists', { clear: 'all' })

/**
 * One credential that was issued for one online presentation. `_id` is its place in the status lists. Nothing here says for whom it
 * was shown.
 */
export interface OnlineCredential extends Stored {
  readonly citizenId: string
  readonly list: number
  readonly status: CredentialStatus
  readonly statusChangedAt: Date
  /** Forgotten from then on. */
  readonly expiresAt: Date
}
