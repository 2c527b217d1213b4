import type { LogEvent } from '@nansha/shared/issuance-log/log-entry'
import type { BlindIndex } from '../crypto/blind-index'
import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { appendLogEntry } from './append-entry'
import type { IssuedCredential } from './issue-credential'
import { placeId, type StatusPlace } from './status-place'

export interface Issuance extends Pick<Credential, 'citizenId' | 'type' | 'holderJwk' | 'assurance'> {
  readonly event: LogEvent
  readonly idNumber: string
  /** Free when it was looked up. */
  readonly place: StatusPlace
}

/**
 * Logs a credential and remembers it, in the caller's transaction: one without its log entry cannot exist.
 *
 * @throws DuplicateKey when the place was taken meanwhile
 */
export async function recordCredential(
  { index }: { readonly index: BlindIndex },
  transaction: Transaction,
  { event, idNumber, place, ...subject }: Issuance,
  { digest, issuedAt, expiresAt }: IssuedCredential,
): Promise<Credential> {
  const entry = await appendLogEntry(transaction, {
    at: Math.floor(issuedAt.getTime() / 1000),
    event,
    // Another index than that of our records: the log is public.
    subject: index('issuance-log', idNumber),
    credential: digest,
  })
  const credential: Credential = {
    ...subject,
    _id: placeId(place),
    list: place.list,
    status: 'valid',
    statusChangedAt: issuedAt,
    issuedAt,
    expiresAt,
    logIndex: entry.index,
  }
  await transaction.insert<Credential>(CREDENTIALS, credential)
  return credential
}
