import { NanshaError } from '@nansha/shared/errors'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import type { Database } from '../platform/database'
import { CITIZENS } from '../records/citizens'
import { DEVICES } from '../records/devices'

/**
 * Whether a phone holds nobody else's identity: it has one key, which is one person's. Asked as soon as the number is known,
 * so that nobody takes all the other steps for nothing, and once more where the key is bound.
 *
 * @param numberIndex of who is to be enrolled
 * @throws NanshaError PHONE_HOLDS_ANOTHER
 */
export async function requireFreePhone(
  { database }: { readonly database: Database },
  publicJwk: EcPublicJwk,
  numberIndex: string,
): Promise<void> {
  const device = await database.in(DEVICES).get(keyThumbprint(publicJwk))
  const holder = device && (await database.in(CITIZENS).get(device.citizenId))
  if (holder && holder.numberIndex !== numberIndex) throw new NanshaError('PHONE_HOLDS_ANOTHER')
}
