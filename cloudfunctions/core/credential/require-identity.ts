import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { DEVICES } from '../records/devices'
import { requireValid } from './require-valid'

/**
 * The identity that a document hangs on, read and held in the transaction that issues it: it may have been frozen, or bound to another
 * phone, while the registry was asked.
 *
 * @param deviceId of the phone that the identity must be on
 * @param now Unix milliseconds
 * @throws NanshaError CREDENTIAL_…
 */
export async function requireIdentity(
  transaction: Transaction,
  deviceId: string,
  now: number,
): Promise<Credential> {
  const bound = await transaction.in(DEVICES).get(deviceId)
  const identity = bound?.status === 'active' && (await transaction.in(CREDENTIALS).get(bound.credentialId))
  if (!identity) throw new NanshaError('CREDENTIAL_REVOKED')
  await holdValid(transaction, identity, now)
  return identity
}

/**
 * Requires an identity to be valid until this transaction has ended, by writing its record anew. Transactions conflict on what both
 * write and not on what one reads: a freeze at the same moment would neither see what is being issued nor stop it.
 *
 * @param identity read in this transaction
 * @param now Unix milliseconds
 * @throws NanshaError CREDENTIAL_FROZEN, CREDENTIAL_REVOKED, CREDENTIAL_EXPIRED
 */
export async function holdValid(transaction: Transaction, identity: Credential, now: number): Promise<void> {
  requireValid(identity, now)
  await transaction.in(CREDENTIALS).put(identity)
}
