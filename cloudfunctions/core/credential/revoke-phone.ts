import type { Transaction } from '../platform/database'
import type { Citizen } from '../records/citizens'
import { CREDENTIALS } from '../records/credentials'
import { DEVICES } from '../records/devices'
import { revokeDocuments } from '../records/mark-documents'
import { revokeOtherWallets } from '../records/other-wallets'

/**
 * Revokes a phone, its credential, the further documents on it and what other wallets hold; online it counts from the
 * commit on, offline from the next status list.
 */
export async function revokePhone(
  transaction: Transaction,
  { _id: citizenId, credentialId, deviceId }: Pick<Citizen, '_id' | 'credentialId' | 'deviceId'>,
  at: Date,
): Promise<void> {
  await transaction.in(CREDENTIALS).update(credentialId, { status: 'revoked', statusChangedAt: at })
  await transaction.in(DEVICES).update(deviceId, { status: 'revoked' })
  await revokeDocuments(transaction, citizenId, at)
  await revokeOtherWallets(transaction, citizenId, at)
}
