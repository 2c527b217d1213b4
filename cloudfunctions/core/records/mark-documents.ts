import { type ChildClaims, isChild } from '@nansha/shared/children/child-card'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Transaction } from '../platform/database'
import { CHILD_CARDS, type ChildCard, childCardsOf } from './child-cards'
import { CITIZENS } from './citizens'
import { CREDENTIALS } from './credentials'
import { GUARDED_CHILDREN } from './guarded-children'
import { HELD_DOCUMENTS, type HeldDocument, heldDocuments } from './held-documents'

/**
 * Gives the further documents of a citizen, and the cards of their children, the status that the identity has now, in the transaction
 * that changes it.
 */
export async function changeDocuments(
  transaction: Transaction,
  citizenId: string,
  status: 'frozen' | 'valid',
  at: Date,
): Promise<void> {
  const held = [
    ...(await heldDocuments(transaction, citizenId)),
    ...(await childCardsOf(transaction, citizenId)),
  ]
  for (const { credentialId } of held) {
    const credential = await transaction.in(CREDENTIALS).get(credentialId)
    if (!credential || credential.status === 'revoked' || credential.status === status) continue
    await transaction.in(CREDENTIALS).update(credentialId, { status, statusChangedAt: at })
  }
}

/**
 * Revokes the further documents of a citizen and the cards of their children, and forgets what they said, in the transaction that
 * revokes the identity.
 */
export async function revokeDocuments(transaction: Transaction, citizenId: string, at: Date): Promise<void> {
  for (const held of await heldDocuments(transaction, citizenId)) await revokeDocument(transaction, held, at)
  for (const card of await childCardsOf(transaction, citizenId)) await revokeChildCard(transaction, card, at)
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

/** Revokes the card of one child and forgets what it said; the other guardian keeps theirs. */
export async function revokeChildCard(
  transaction: Transaction,
  { _id, place, citizenId, credentialId, numberIndex }: ChildCard,
  at: Date,
): Promise<void> {
  await transaction.in(CREDENTIALS).update(credentialId, { status: 'revoked', statusChangedAt: at })
  await transaction.in(CHILD_CARDS).remove(_id)
  const guardian = await transaction.in(CITIZENS).get(citizenId)
  const children = guardian?.children?.filter((one) => one !== place) ?? []
  await transaction.in(CITIZENS).update(citizenId, { children })
  const guarded = await transaction.in(GUARDED_CHILDREN).get(numberIndex)
  const cards = guarded?.cards.filter((card) => card !== _id) ?? []
  if (cards.length > 0) await transaction.in(GUARDED_CHILDREN).update(numberIndex, { cards })
  else if (guarded) await transaction.in(GUARDED_CHILDREN).remove(numberIndex)
}

/**
 * Takes a child's card off the phones of its guardians, in the transaction that binds a phone of the child's own: an identity is on
 * one phone, or shown by guardians. Of somebody who is a child still, the record of the cards is written even when there are none:
 * transactions conflict on what both write, and an officer may be giving a guardian the card at this moment.
 *
 * @returns the guardians whose phones had it
 */
export async function endGuardianship(
  transaction: Transaction,
  { numberIndex, claims }: { readonly numberIndex: string; readonly claims: Pick<ChildClaims, 'birthdate'> },
  at: Date,
): Promise<string[]> {
  const guarded = await transaction.in(GUARDED_CHILDREN).get(numberIndex)
  const guardians: string[] = []
  for (const id of guarded?.cards ?? []) {
    const card = await transaction.in(CHILD_CARDS).get(id)
    if (card?.numberIndex !== numberIndex) continue
    guardians.push(card.citizenId)
    await revokeChildCard(transaction, card, at)
  }
  if (isChild(claims.birthdate, at.getTime())) {
    const expiresAt = new Date(at.getTime() + DAY_MS)
    await transaction.in(GUARDED_CHILDREN).put({ _id: numberIndex, cards: [], expiresAt })
  }
  return guardians
}
