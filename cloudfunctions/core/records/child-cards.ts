import type { ChildClaims } from '@nansha/shared/children/child-card'
import { DAY_MS } from '@nansha/shared/clock/durations'
import type { Envelope } from '../crypto/envelope'
import type { Database, Stored, Transaction } from '../platform/database'
import { CITIZENS } from './citizens'
import { CREDENTIALS, type Credential } from './credentials'
import { defineCollection } from './keeping'
import { sealedBytes } from './sealed-field'

export const CHILD_CARDS = defineCollection<ChildCard>('childCards', {
  id: 'blind',
  clear: ['portrait'],
  rounded: { expiresAt: DAY_MS },
  // A long address fits, so that the length tells nothing.
  pad: 1024,
  vouchedBy: 'record',
})

/** The card of a child on the phone of a guardian. `_id` is `<citizen>.<place>`, the guardian's: two children never share a place. */
export interface ChildCard extends Stored {
  readonly place: number
  /** The guardian. */
  readonly citizenId: string
  /** The phone that it is bound to, always that of the guardian's identity. */
  readonly deviceId: string
  /** Its place in the status lists, which it keeps when it is renewed. */
  readonly credentialId: string
  /** The `_id` of the child's {@link import('./guarded-children').GuardedNumber}. */
  readonly numberIndex: string
  /** As the register of households had it at the last renewal; desks are shown this. */
  readonly claims: ChildClaims
  /** The register's photo, WebP, sealed at `childCards/<_id>/portrait`. */
  readonly portrait: Envelope
  /** When the register said so. */
  readonly askedAt: Date
  /** The end of the newest credential: nothing is shown from then on. */
  readonly validUntil: Date
  /** Forgotten from then on, unless it is renewed. */
  readonly expiresAt: Date
}

export const CHILD_PORTRAIT = sealedBytes(CHILD_CARDS, 'portrait')

/** @returns `_id` of the card in a place of a guardian's phone */
export function childCardId(citizenId: string, place: number): string {
  return `${citizenId}.${place}`
}

type Records = Pick<Transaction, 'in'> | Pick<Database, 'in'>

/** The cards of children on a guardian's phone, by place. */
export async function childCardsOf(records: Records, citizenId: string): Promise<ChildCard[]> {
  const guardian = await records.in(CITIZENS).get(citizenId)
  const cards: ChildCard[] = []
  for (const place of guardian?.children ?? []) {
    const card = await records.in(CHILD_CARDS).get(childCardId(citizenId, place))
    if (card) cards.push(card)
  }
  return cards
}

/** A card and its credential; `undefined` for one that is not there, or bound to another phone than this. */
export async function findChildCard(
  records: Records,
  { citizenId, deviceId }: { readonly citizenId: string; readonly deviceId: string },
  place: number,
): Promise<{ readonly card: ChildCard; readonly credential: Credential } | undefined> {
  const card = await records.in(CHILD_CARDS).get(childCardId(citizenId, place))
  const credential = card && (await records.in(CREDENTIALS).get(card.credentialId))
  return credential && card?.deviceId === deviceId ? { card, credential } : undefined
}
