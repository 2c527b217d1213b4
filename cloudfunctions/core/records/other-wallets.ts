import { DAY_MS } from '@nansha/shared/clock/durations'
import type { CredentialStatus } from '@nansha/shared/status/status-list'
import type { Stored, Transaction } from '../platform/database'
import { defineCollection } from './keeping'
import { ONLINE_CREDENTIALS } from './online-credentials'

export const OTHER_WALLETS = defineCollection<OtherWallets>('otherWallets', {
  id: 'blind',
  clear: [],
  rounded: { expiresAt: DAY_MS },
  pad: 1024,
  vouchedBy: 'record',
})

/** A credential that another wallet holds. */
export interface OtherWallet {
  /** Its place in the status lists of online credentials. */
  readonly place: string
  readonly issuedAt: Date
  readonly expiresAt: Date
}

/** What other wallets hold of one citizen, in one record, so that it is counted where it grows. `_id` is the citizen. */
export interface OtherWallets extends Stored {
  readonly wallets: readonly OtherWallet[]
  /** Forgotten from then on. */
  readonly expiresAt: Date
}

/**
 * Gives what other wallets hold the status of the identity, in the transaction that changes it.
 *
 * @returns whether any holds something
 */
export async function changeOtherWallets(
  transaction: Transaction,
  citizenId: string,
  status: CredentialStatus,
  at: Date,
): Promise<boolean> {
  const held = await transaction.in(OTHER_WALLETS).get(citizenId)
  for (const { place } of held?.wallets ?? []) await changeOtherWallet(transaction, place, status, at)
  return held !== null
}

/** Revokes what other wallets hold and forgets the list, in the transaction that revokes the identity. */
export async function revokeOtherWallets(
  transaction: Transaction,
  citizenId: string,
  at: Date,
): Promise<void> {
  const isHeld = await changeOtherWallets(transaction, citizenId, 'revoked', at)
  if (isHeld) await transaction.in(OTHER_WALLETS).remove(citizenId)
}

/** Revoked is never left again. */
export async function changeOtherWallet(
  transaction: Transaction,
  place: string,
  status: CredentialStatus,
  at: Date,
): Promise<void> {
  const current = await transaction.in(ONLINE_CREDENTIALS).get(place)
  if (!current || current.status === status || current.status === 'revoked') return
  await transaction.in(ONLINE_CREDENTIALS).update(place, { status, statusChangedAt: at })
}
