import { HOUR_MS } from '@nansha/shared/clock/durations'
import type { LogEvent } from '@nansha/shared/log/entry'
import type { BlindIndex } from '../crypto/blind-index'
import type { Envelopes } from '../crypto/envelope'
import type { RandomId } from '../function/random-id'
import { queueEntry } from '../log/queue-entry'
import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential, FINGERPRINT } from '../records/credentials'
import type { CredentialPorts, IssuedCredential } from './issue-credential'
import { placeId, type StatusPlace } from './status-place'

export interface Issuance extends Pick<Credential, 'citizenId' | 'type' | 'holderJwk' | 'assurance'> {
  readonly event: LogEvent
  readonly idNumber: string
  /** Free when it was looked up. */
  readonly place: StatusPlace
}

/** What recording a credential takes. */
export interface RecordPorts {
  /** Names a number in the public log, under a key that names it nowhere else. */
  readonly logSubjects: BlindIndex
  readonly envelopes: Envelopes
  readonly randomId: RandomId
}

/** What issuing and recording a credential takes, beyond the transaction. */
export type IssuancePorts = CredentialPorts & RecordPorts

/**
 * Logs a credential and remembers it, in the caller's transaction: one without its log entry cannot exist. Both are
 * documents of their own, so that issuances to different people never meet.
 *
 * @throws DuplicateKey when the place was taken meanwhile
 */
export async function recordCredential(
  { logSubjects, envelopes, randomId }: RecordPorts,
  transaction: Transaction,
  { event, idNumber, place, ...subject }: Issuance,
  { digest, issuedAt, expiresAt }: IssuedCredential,
): Promise<Credential> {
  const fingerprint = Buffer.from(digest, 'base64url')
  await queueEntry(transaction, randomId, {
    event,
    // The hour of an issuance and no more, because exact times stand beside accounts.
    at: Math.floor(issuedAt.getTime() / HOUR_MS) * (HOUR_MS / 1000),
    subject: Buffer.from(logSubjects('issuance-log', idNumber), 'base64url'),
    credential: fingerprint,
  })
  const id = placeId(place)
  const credential: Credential = {
    ...subject,
    _id: id,
    list: place.list,
    status: 'valid',
    statusChangedAt: issuedAt,
    issuedAt,
    expiresAt,
    fingerprint: FINGERPRINT.seal(envelopes, id, fingerprint),
  }
  await transaction.in(CREDENTIALS).insert(credential)
  return credential
}
