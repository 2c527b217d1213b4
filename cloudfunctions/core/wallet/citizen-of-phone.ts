import { NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { CITIZENS, type Citizen } from '../records/citizens'
import type { Device } from '../records/devices'

/**
 * Whose phone it is, in the transaction that acts for them: a phone that was replaced while it asked has no say over the next one.
 *
 * @returns null when the identity was deleted meanwhile
 * @throws NanshaError CREDENTIAL_REVOKED for a phone that was replaced
 */
export async function citizenOfPhone(
  transaction: Transaction,
  { _id, citizenId }: Pick<Device, '_id' | 'citizenId'>,
): Promise<Citizen | null> {
  const citizen = await transaction.in(CITIZENS).get(citizenId)
  if (citizen && citizen.deviceId !== _id) throw new NanshaError('CREDENTIAL_REVOKED')
  return citizen
}
