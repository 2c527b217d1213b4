import type { Transaction } from '../platform/database'
import { CREDENTIALS } from './credentials'
import { HELD_DOCUMENTS, type HeldDocument, heldDocuments } from './held-documents'

/** Gives the further documents of a citizen the status that the identity has now, in the transaction that changes it. */
export async function changeDocuments(
  transaction: Transaction,
  citizenId: string,
  status: 'frozen' | 'valid',
  at: Date,
): Promise<void> {
  for (const { credentialId } of await heldDocuments(transaction, citizenId)) {
    const credential = await transaction.in(CREDENTIALS).get(credentialId)
    if (!credential || credential.status === 'revoked' || credential.status === status) continue
    await transaction.in(CREDENTIALS).update(credentialId, { status, statusChangedAt: at })
  }
}

/** Revokes the further documents of a citizen and forgets what they said, in the transaction that revokes the identity. */
export async function revokeDocuments(transaction: Transaction, citizenId: string, at: Date): Promise<void> {
  for (const held of await heldDocuments(transaction, citizenId)) await revokeDocument(transaction, held, at)
}

/** Revokes one document and forgets what it said. */
export async function revokeDocument(
  transaction: Transaction,
  { _id, credentialId }: Pick<HeldDocument, '_id' | 'credentialId'>,
  at: Date,
): Promise<void> {
  await transaction.in(CREDENTIALS).update(credentialId, { status: 'revoked', statusChangedAt: at })
  await transaction.in(HELD_DOCUMENTS).remove(_id)
}
