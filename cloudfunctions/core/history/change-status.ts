import type { HistoryEntry } from '@nansha/shared/api/wallet-answers'
import type { RandomId } from '../function/random-id'
import type { Transaction } from '../platform/database'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import { CREDENTIALS } from '../records/credentials'
import { changeDocuments } from '../records/mark-documents'
import { changeOtherWallets } from '../records/other-wallets'
import { citizenEvent } from './citizen-event'

export interface StatusPorts {
  readonly now: () => number
  readonly randomId: RandomId
}

/** Whose credential, and who asked for them where it was not their own account. */
export interface StatusChange {
  readonly citizenId: string
  readonly credentialId: string
  readonly by?: NonNullable<HistoryEntry['by']>
}

/**
 * Freezes a credential or lifts that, its holder's further documents and other wallets with it, and tells its holder, in the caller's
 * transaction.
 *
 * @returns whether the credential has that status now; one that is revoked never has another again
 */
export async function changeStatus(
  ports: StatusPorts,
  transaction: Transaction,
  { citizenId, credentialId, by }: StatusChange,
  status: 'frozen' | 'valid',
): Promise<boolean> {
  const credential = await transaction.in(CREDENTIALS).get(credentialId)
  if (!credential || credential.status === 'revoked') return false
  if (credential.status === status) return true
  const at = new Date(ports.now())
  await transaction.in(CREDENTIALS).update(credentialId, { status, statusChangedAt: at })
  await changeDocuments(transaction, citizenId, status, at)
  await changeOtherWallets(transaction, citizenId, status, at)
  const kind = status === 'frozen' ? 'frozen' : 'unfrozen'
  const details = { kind, ...(by && { by }) } as const
  await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, citizenId, at.getTime(), details))
  return true
}
