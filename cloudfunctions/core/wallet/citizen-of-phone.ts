import { NanshaError } from '@nansha/shared/errors'
import type { Database, Transaction } from '../platform/database'
import { CITIZENS, type Citizen } from '../records/citizens'
import type { Device } from '../records/devices'

/**
 * Whose phone it is now, read where something is done for them: a phone that was replaced while it asked has no say over the next one.
 *
 * @param reader the transaction that acts for them, where there is one
 * @returns null when the identity was deleted meanwhile
 * @throws NanshaError CREDENTIAL_REVOKED for a phone that was replaced
 */
export async function citizenOfPhone(
  reader: Pick<Database | Transaction, 'in'>,
  { _id, citizenId }: Pick<Device, '_id' | 'citizenId'>,
): Promise<Citizen | null> {
  const citizen = await reader.in(CITIZENS).get(citizenId)
  if (citizen && citizen.deviceId !== _id) throw new NanshaError('CREDENTIAL_REVOKED')
  return citizen
}
