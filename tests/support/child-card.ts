import type { Envelopes } from '@nansha/core/crypto/envelope'
import { type ChildCard, CHILD_PORTRAIT as PORTRAIT } from '@nansha/core/records/child-cards'
import { CHILD_PORTRAIT, childOf, DAUGHTER } from './family'

/** The daughter's card in the first place of the guardian's phone, as `approveChild` leaves it. */
export function childCard(
  { envelopes, now }: { readonly envelopes: Envelopes; readonly now: () => number },
  credentialId: string,
  deviceId = 'phone',
): ChildCard {
  const _id = 'citizen.1'
  const { portrait, ...claims } = childOf(DAUGHTER)
  const validUntil = new Date(now() + 30 * 86_400_000)
  return {
    _id,
    place: 1,
    citizenId: 'citizen',
    deviceId,
    credentialId,
    numberIndex: 'number of the child',
    claims,
    portrait: PORTRAIT.seal(envelopes, _id, Buffer.from(CHILD_PORTRAIT, 'base64')),
    askedAt: new Date(now()),
    validUntil,
    expiresAt: validUntil,
  }
}
