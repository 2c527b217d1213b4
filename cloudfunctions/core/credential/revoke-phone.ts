import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { DEVICES, type Device } from '../records/devices'

/** Revokes a phone and its credential; online it counts from the commit on, offline from the next status list. */
export async function revokePhone(
  transaction: Transaction,
  { credentialId, deviceId }: { readonly credentialId: string; readonly deviceId: string },
  at: Date,
): Promise<void> {
  await transaction.update<Credential>(CREDENTIALS, credentialId, { status: 'revoked', statusChangedAt: at })
  await transaction.update<Device>(DEVICES, deviceId, { status: 'revoked' })
}
