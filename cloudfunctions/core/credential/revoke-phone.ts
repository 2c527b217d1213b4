import type { Transaction } from '../platform/database'
import { CREDENTIALS } from '../records/credentials'
import { DEVICES } from '../records/devices'

/** Revokes a phone and its credential; online it counts from the commit on, offline from the next status list. */
export async function revokePhone(
  transaction: Transaction,
  { credentialId, deviceId }: { readonly credentialId: string; readonly deviceId: string },
  at: Date,
): Promise<void> {
  await transaction.in(CREDENTIALS).update(credentialId, { status: 'revoked', statusChangedAt: at })
  await transaction.in(DEVICES).update(deviceId, { status: 'revoked' })
}
