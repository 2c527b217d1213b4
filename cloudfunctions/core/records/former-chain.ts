import type { ChainEntry, ChainHead } from '@nansha/shared/log/former-chain'
import type { Stored } from '../platform/database'
import { defineCollection, documentsIn } from './keeping'

/** The hash chain that the issuance log was before it was a tree: nothing is added to it. */
export const ISSUANCE_LOG = defineCollection<ChainEntryRecord>('issuanceLog', { clear: 'all' })

/** The one document that holds the head. */
export const CHAIN_HEAD = documentsIn<ChainHeadRecord>(ISSUANCE_LOG)
/** Its `_id`. */
export const HEAD_ID = 'head'

/** Entries have their index as `_id`, ten digits, so that text order is log order. */
export type ChainEntryRecord = ChainEntry & Stored

export interface ChainHeadRecord extends Stored, ChainHead {}

export function entryId(index: number): string {
  return String(index).padStart(10, '0')
}

/** The published head. */
export const SIGNED_HEAD = documentsIn<SignedHeadRecord>(ISSUANCE_LOG)
/** Its `_id`, beyond every entry in text order, as `head` is. */
export const SIGNED_HEAD_ID = 'signed-head'

/** The head as sweep signed it last. */
export interface SignedHeadRecord extends Stored {
  readonly jws: string
}
