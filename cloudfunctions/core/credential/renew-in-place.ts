import { type ErrorCode, NanshaError } from '@nansha/shared/errors'
import type { Transaction } from '../platform/database'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { requireValid } from './require-valid'
import { parsePlaceId, type StatusPlace } from './status-place'

export interface Renewal {
  /** Of the card that a phone holds. */
  readonly credentialId: string
  /** The identity on the same phone, which was just found valid. */
  readonly identity: Pick<Credential, 'expiresAt'>
  /** Unix milliseconds. */
  readonly now: number
  /** The refusal when there is no such credential. */
  readonly none: ErrorCode
}

/**
 * Issues the next credential of a card beside the identity over the place in the status lists that the last one has: it stands for the
 * issuance that is in the log. The end of the last one is no obstacle, so that a card which ran out while the phone was off is renewed.
 *
 * @param issue signs the next credential over that place
 * @throws NanshaError CREDENTIAL_… when the last one was revoked or frozen, and `none`
 */
export async function renewInPlace<Issued extends { readonly expiresAt: Date }>(
  transaction: Transaction,
  { credentialId, identity, now, none }: Renewal,
  issue: (place: StatusPlace) => Promise<Issued>,
): Promise<Issued> {
  const last = await transaction.in(CREDENTIALS).get(credentialId)
  if (!last) throw new NanshaError(none)
  requireValid({ ...last, expiresAt: identity.expiresAt }, now)
  const issued = await issue(parsePlaceId(credentialId))
  await transaction.in(CREDENTIALS).update(credentialId, { expiresAt: issued.expiresAt })
  return issued
}
