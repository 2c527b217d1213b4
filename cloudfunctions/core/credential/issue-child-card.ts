import { CHILD_CARD_TYPE, endOfChildhood, type GuardedChild } from '@nansha/shared/children/child-card'
import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { Envelopes } from '../crypto/envelope'
import type { Transaction } from '../platform/database'
import { CHILD_CARDS, CHILD_PORTRAIT, childCardId } from '../records/child-cards'
import { CITIZENS } from '../records/citizens'
import type { Credential } from '../records/credentials'
import { GUARDED_CHILDREN } from '../records/guarded-children'
import { type CredentialPorts, issueCredential } from './issue-credential'
import { placeId, type StatusPlace } from './status-place'

/** What a child's card says is forgotten so long after its last credential ended. */
const KEPT_MS = 30 * DAY_MS

export interface ChildIssue {
  /** The guardian's, valid now. */
  readonly identity: Credential
  readonly deviceId: string
  /** On the guardian's phone. */
  readonly place: number
  /** Blind index of the child's number. */
  readonly numberIndex: string
  readonly child: GuardedChild
  /** In the status lists. */
  readonly status: StatusPlace
}

/**
 * Issues a child's card to the key of its guardian's identity, no longer than that identity is good and never past the child's
 * fourteenth birthday, and remembers what it says.
 */
export async function issueChildCard(
  ports: CredentialPorts & { readonly envelopes: Envelopes },
  transaction: Transaction,
  { identity, deviceId, place, numberIndex, child, status }: ChildIssue,
) {
  const { portrait, ...claims } = child
  const { address, ...rest } = claims
  const longest = ports.now() + CREDENTIAL_TYPES[CHILD_CARD_TYPE].validDays * DAY_MS
  const end = Math.min(longest, identity.expiresAt.getTime(), endOfChildhood(child.birthdate))
  const issued = await issueCredential(ports, {
    type: CHILD_CARD_TYPE,
    claims: { ...rest, ...(address !== undefined && { address: { formatted: address } }) },
    holderJwk: identity.holderJwk,
    place: status,
    assurance: 'in-person',
    exp: unixSeconds(end),
  })
  const id = childCardId(identity.citizenId, place)
  const expiresAt = new Date(issued.expiresAt.getTime() + KEPT_MS)
  await transaction.in(CHILD_CARDS).put({
    _id: id,
    place,
    citizenId: identity.citizenId,
    deviceId,
    credentialId: placeId(status),
    numberIndex,
    claims,
    portrait: CHILD_PORTRAIT.seal(ports.envelopes, id, Buffer.from(portrait, 'base64')),
    askedAt: new Date(ports.now()),
    validUntil: issued.expiresAt,
    expiresAt,
  })
  await notePlace(transaction, identity.citizenId, place)
  await noteGuardian(transaction, numberIndex, id, expiresAt)
  return issued
}

async function notePlace(transaction: Transaction, citizenId: string, place: number): Promise<void> {
  const guardian = await transaction.in(CITIZENS).get(citizenId)
  const children = [...new Set([...(guardian?.children ?? []), place])]
  await transaction.in(CITIZENS).update(citizenId, { children })
}

/** Remembers with the child's number that this phone holds its card, as long as any phone does. */
async function noteGuardian(
  transaction: Transaction,
  numberIndex: string,
  card: string,
  expiresAt: Date,
): Promise<void> {
  const known = await transaction.in(GUARDED_CHILDREN).get(numberIndex)
  const cards = [...new Set([...(known?.cards ?? []), card])]
  const last = Math.max(known?.expiresAt.getTime() ?? 0, expiresAt.getTime())
  await transaction.in(GUARDED_CHILDREN).put({ _id: numberIndex, cards, expiresAt: new Date(last) })
}
