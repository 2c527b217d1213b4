import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { DEVICES } from '../records/devices'
import { requireValid } from './require-valid'

/**
 * The identity that a document hangs on, read in the transaction that issues it: it may have been frozen, or bound to another phone,
 * while the registry was asked.
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
  requireValid(identity, now)
  return identity
}
