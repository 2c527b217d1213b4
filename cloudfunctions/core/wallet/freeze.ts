import { NanshaError } from '@nansha/shared/errors'
import { citizenEvent } from '../history/citizen-event'
import type { AccountKey } from '../records/account-key'
import { CITIZENS, type Citizen } from '../records/citizens'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { EVENTS } from '../records/events'
import type { Holder } from '../records/holder'
import { requireUnlock } from '../unlock/unlock-of'
import type { WalletPorts } from './wallet-ports'

/** An account may hold its own credential and, as a guardian, those of children. */
const HELD_BY_ONE = 20

/**
 * Freezes every credential of an account. Needs no phone key, because the phone may be what was lost; it is the only thing
 * that the account alone can do.
 *
 * @throws NanshaError CREDENTIAL_NONE, CREDENTIAL_REVOKED
 */
export async function freeze(ports: WalletPorts, account: AccountKey): Promise<void> {
  const citizens = await ports.database
    .collection<Citizen>(CITIZENS)
    .find({ account }, { limit: HELD_BY_ONE })
  if (citizens.length === 0) throw new NanshaError('CREDENTIAL_NONE')
  for (const { _id, credentialId } of citizens) await change(ports, _id, credentialId, 'frozen')
}

/**
 * Lifts a freeze; only the phone key can, and only for who has just unlocked it: the phone may be in a thief's hand.
 *
 * @throws NanshaError UNLOCK_REQUIRED, CREDENTIAL_REVOKED
 */
export async function unfreeze(ports: WalletPorts, { device, credential }: Holder): Promise<void> {
  await requireUnlock(ports, { device })
  await change(ports, device.citizenId, credential._id, 'valid')
}

function change(
  ports: WalletPorts,
  citizenId: string,
  credentialId: string,
  status: 'frozen' | 'valid',
): Promise<void> {
  return ports.database.transaction(async (transaction) => {
    const credential = await transaction.get<Credential>(CREDENTIALS, credentialId)
    if (!credential || credential.status === 'revoked') throw new NanshaError('CREDENTIAL_REVOKED')
    if (credential.status === status) return
    const at = new Date(ports.now())
    await transaction.update<Credential>(CREDENTIALS, credentialId, { status, statusChangedAt: at })
    const kind = status === 'frozen' ? 'frozen' : 'unfrozen'
    await transaction.insert(EVENTS, citizenEvent(ports, citizenId, at.getTime(), { kind }))
  })
}
