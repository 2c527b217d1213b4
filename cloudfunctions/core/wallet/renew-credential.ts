import { ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import type { Renewed } from '@nansha/shared/api/wallet-answers'
import { validityFault } from '@nansha/shared/card-validity'
import { RENEWABLE_MS } from '@nansha/shared/credential-types'
import { NanshaError } from '@nansha/shared/errors'
import type { PlacePorts } from '../credential/allocate-status-place'
import { allocateStatusPlace } from '../credential/allocate-status-place'
import { issueCredential } from '../credential/issue-credential'
import type { IssuancePorts } from '../credential/record-credential'
import { recordCredential } from '../credential/record-credential'
import { requireValid } from '../credential/require-valid'
import { residentClaims } from '../credential/resident-claims'
import { CITIZEN_CLAIMS, CITIZENS, type CitizenClaims } from '../records/citizens'
import { CREDENTIALS } from '../records/credentials'
import { DEVICES } from '../records/devices'
import type { Holder } from '../records/holder'

/**
 * Issues the same phone its next credential before this one ends, without a new proof of the person: what was proven
 * still is as long as the physical card is valid, and the phone key has just signed. The old one is revoked in the same transaction, and its handles and
 * passes with it. It is no unlock: `boundAt` of the device stays.
 *
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, RENEWAL_EARLY, RENEWAL_CARD_EXPIRED
 */
export async function renewCredential(
  ports: IssuancePorts & PlacePorts,
  { device, credential: old }: Holder,
): Promise<Renewed> {
  requireValid(old, ports.now())
  if (old.expiresAt.getTime() - ports.now() > RENEWABLE_MS) throw new NanshaError('RENEWAL_EARLY')
  const { database, envelopes } = ports
  const citizen = await database.in(CITIZENS).get(old.citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const claims = CITIZEN_CLAIMS.open(envelopes, citizen)
  requireUnexpiredCard(claims, ports.now())

  const { type, assurance, holderJwk } = old
  const age = ageInChina(claims.birthdate, ports.now())
  return allocateStatusPlace(ports, async (transaction, place) => {
    const subject = { type, assurance, holderJwk, place }
    const issued = await issueCredential(ports, { ...subject, claims: residentClaims(claims, age) })
    const current = await transaction.in(CREDENTIALS).get(old._id)
    if (!current) throw new NanshaError('CREDENTIAL_REVOKED')
    requireValid(current, ports.now())
    const issuance = {
      ...subject,
      event: 'renewed',
      citizenId: citizen._id,
      idNumber: claims.id_number,
    } as const
    const renewed = await recordCredential(ports, transaction, issuance, issued)
    await transaction.in(CREDENTIALS).update(old._id, {
      status: 'revoked',
      statusChangedAt: issued.issuedAt,
    })
    await transaction.in(DEVICES).update(device._id, { credentialId: renewed._id })
    await transaction.in(CITIZENS).update(citizen._id, { credentialId: renewed._id })
    return { credential: issued.credential }
  })
}

function requireUnexpiredCard({ card_validity: until }: CitizenClaims, now: number): void {
  const fault = until === undefined ? undefined : validityFault({ until }, dateInChina(now))
  if (fault === 'CARD_EXPIRED') throw new NanshaError('RENEWAL_CARD_EXPIRED')
}
