import { NanshaError } from '@nansha/shared/errors'
import type { Database, Transaction } from '../platform/database'
import { OTHER_WALLETS, type OtherWallet } from '../records/other-wallets'

/** Of one citizen at once: more than anybody carries, few enough to be revoked in one transaction. */
export const MOST_WALLETS = 5

/** What other wallets hold and is not over. */
export async function liveWallets(
  records: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  citizenId: string,
  now: number,
): Promise<readonly OtherWallet[]> {
  const held = await records.in(OTHER_WALLETS).get(citizenId)
  return (held?.wallets ?? []).filter(({ expiresAt }) => expiresAt.getTime() > now)
}

/** @throws NanshaError ATTEMPTS_EXHAUSTED with as many as there may be */
export async function addWallet(
  transaction: Transaction,
  citizenId: string,
  wallet: OtherWallet,
  now: number,
): Promise<void> {
  const wallets = [...(await liveWallets(transaction, citizenId, now)), wallet]
  if (wallets.length > MOST_WALLETS) throw new NanshaError('ATTEMPTS_EXHAUSTED')
  await putWallets(transaction, citizenId, wallets)
}

/** The list as it is from now on. */
export async function putWallets(
  transaction: Transaction,
  citizenId: string,
  wallets: readonly OtherWallet[],
): Promise<void> {
  if (wallets.length === 0) return void (await transaction.in(OTHER_WALLETS).remove(citizenId))
  const expiresAt = new Date(Math.max(...wallets.map((wallet) => wallet.expiresAt.getTime())))
  await transaction.in(OTHER_WALLETS).put({ _id: citizenId, wallets, expiresAt })
}
