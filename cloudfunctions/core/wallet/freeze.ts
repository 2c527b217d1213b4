import { NanshaError } from '@nansha/shared/errors'
import { markOnlineCredentials } from '../credential/mark-online'
import { forEachSettled } from '../function/for-each-settled'
import { changeStatus } from '../history/change-status'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import { CITIZENS } from '../records/citizens'
import type { Holder } from '../records/holder'
import { requireOwner } from '../unlock/seen-unlock'
import type { WalletPorts } from './wallet-ports'

/**
 * Freezes every credential of an account: its own and, for a guardian, those of children. What one of them answers keeps
 * no other from being frozen. Needs no phone key, because the phone may be what was lost; it is the only thing that the
 * account alone can do.
 *
 * @throws NanshaError CREDENTIAL_NONE, CREDENTIAL_REVOKED when there is none that could be frozen
 * @throws AggregateError after the last one, when some could not be written
 */
export async function freeze(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  account: AccountKey,
): Promise<void> {
  const held = { count: 0, frozen: 0 }
  await forEachSettled(
    ports.database.in(CITIZENS).scan({ account }),
    async ({ _id }) => {
      held.count++
      const current = (transaction: Transaction) => credentialOf(transaction, _id, account)
      if (await change(ports, _id, current, 'frozen')) held.frozen++
    },
    (count) => `${count} of the credentials could not be frozen.`,
  )
  if (held.count === 0) throw new NanshaError('CREDENTIAL_NONE')
  if (held.frozen === 0) throw new NanshaError('CREDENTIAL_REVOKED')
}

/**
 * Lifts a freeze; only the phone key can, and only for who has just unlocked it: the phone may be in a thief's hand.
 *
 * @throws NanshaError UNLOCK_REQUIRED, CREDENTIAL_REVOKED
 */
export async function unfreeze(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device, credential }: Holder,
): Promise<void> {
  await requireOwner(ports, { device })
  const isValid = await change(ports, device.citizenId, async () => credential._id, 'valid')
  if (!isValid) throw new NanshaError('CREDENTIAL_REVOKED')
}

/** What the citizen holds now: since they were found it may have been renewed, or moved to another account, which is not this one's to freeze. */
async function credentialOf(
  transaction: Transaction,
  citizenId: string,
  account: AccountKey,
): Promise<string | undefined> {
  const citizen = await transaction.in(CITIZENS).get(citizenId)
  return citizen?.account === account ? citizen.credentialId : undefined
}

/** @returns whether the credential has that status now; one that is revoked never has another again */
async function change(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  citizenId: string,
  find: (transaction: Transaction) => Promise<string | undefined>,
  status: 'frozen' | 'valid',
): Promise<boolean> {
  const isDone = await ports.database.transaction(async (transaction) => {
    const credentialId = await find(transaction)
    return credentialId !== undefined && changeStatus(ports, transaction, { citizenId, credentialId }, status)
  })
  if (isDone) await markOnlineCredentials(ports.database, citizenId, status, ports.now())
  return isDone
}
