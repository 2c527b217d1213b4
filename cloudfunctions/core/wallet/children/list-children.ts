import type { ChildrenHeld } from '@nansha/shared/api/wallet-answers'
import { statusOf } from '../../credential/require-valid'
import { childCardsOf } from '../../records/child-cards'
import { CREDENTIALS } from '../../records/credentials'
import type { Holder } from '../../records/holder'
import type { WalletPorts } from '../wallet-ports'

/** The children's cards that this phone holds, and how they stand; one that was revoked is not among them. */
export async function listChildren(
  { database, now }: Pick<WalletPorts, 'database' | 'now'>,
  { device }: Pick<Holder, 'device'>,
): Promise<ChildrenHeld> {
  const children: ChildrenHeld['children'][number][] = []
  for (const { place, credentialId, deviceId } of await childCardsOf(database, device.citizenId)) {
    const credential = deviceId === device._id && (await database.in(CREDENTIALS).get(credentialId))
    if (credential) children.push({ place, status: statusOf(credential, now()) })
  }
  return { children }
}
