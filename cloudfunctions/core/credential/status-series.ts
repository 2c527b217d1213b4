import { onlineStatusUri, statusUri } from '@nansha/shared/status/status-list'
import type { CollectionToken, Stored } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { ONLINE_CREDENTIALS, ONLINE_STATUS_LISTS } from '../records/online-credentials'
import { STATUS_LISTS, type StatusListRecord } from '../records/status-lists'

/** What of a credential's record its status list is made of. */
export type ListedCredential = Stored & Pick<Credential, 'list' | 'status' | 'statusChangedAt'>

/** One series of status lists, with the credentials that are on them. */
export interface StatusSeries {
  readonly lists: CollectionToken<StatusListRecord>
  readonly credentials: CollectionToken<ListedCredential>
  readonly uri: (issuerUrl: string, list: number) => string
}

/** Of the credentials that phones hold, and of their passes; every companion keeps these lists. */
export const STANDING: StatusSeries = { lists: STATUS_LISTS, credentials: CREDENTIALS, uri: statusUri }

/** Of the credentials for one online presentation each. */
export const ONLINE: StatusSeries = {
  lists: ONLINE_STATUS_LISTS,
  credentials: ONLINE_CREDENTIALS,
  uri: onlineStatusUri,
}
