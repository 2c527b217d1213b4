import { ageInChina, dateInChina } from '@nansha/shared/age-in-china'
import type { Renewed } from '@nansha/shared/api/wallet'
import { validityFault } from '@nansha/shared/card-validity'
import { NanshaError } from '@nansha/shared/errors'
import { findStatusPlace } from '../credential/find-status-place'
import { issueCredential } from '../credential/issue-credential'
import { recordCredential } from '../credential/record-credential'
import { requireValid } from '../credential/require-valid'
import { residentClaims } from '../credential/resident-claims'
import { CITIZENS, type Citizen, type CitizenClaims } from '../records/citizens'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { DEVICES, type Device } from '../records/devices'
import type { Holder } from '../records/holder'
import type { WalletPorts } from './wallet-ports'

/** The phone renews in the last thirty days. */
const RENEWABLE_MS = 30 * 86_400_000

/**
 * Issues the same phone its next credential before this one ends, without a new proof of the person: what was proven
 * still is as long as the physical card is valid, and the phone key has just signed. The old one is revoked in the same transaction, and its handles and
 * passes with it. It is no unlock: `boundAt` of the device stays.
 *
 * @throws NanshaError CREDENTIAL_… unless the credential is valid, RENEWAL_EARLY, RENEWAL_CARD_EXPIRED
 */
export async function renewCredential(
  ports: WalletPorts,
  { device, credential: old }: Holder,
): Promise<Renewed> {
  requireValid(old, ports.now())
  if (old.expiresAt.getTime() - ports.now() > RENEWABLE_MS) throw new NanshaError('RENEWAL_EARLY')
  const { database, envelopes } = ports
  const citizen = await database.collection<Citizen>(CITIZENS).get(old.citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  const sealedAt = { collection: CITIZENS, id: citizen._id, field: 'claims' }
  const claims = envelopes.openJson<CitizenClaims>(sealedAt, citizen.claims)
  requireUnexpiredCard(claims, ports.now())

  const { type, assurance, holderJwk } = old
  const place = await findStatusPlace(database, ports.randomInt)
  const subject = { type, assurance, holderJwk, place }
  const age = ageInChina(claims.birthdate, ports.now())
  const issued = await issueCredential(ports, { ...subject, claims: residentClaims(claims, age) })
  await database.transaction(async (transaction) => {
    const current = await transaction.get<Credential>(CREDENTIALS, old._id)
    if (!current) throw new NanshaError('CREDENTIAL_REVOKED')
    requireValid(current, ports.now())
    const issuance = {
      ...subject,
      event: 'renewed',
      citizenId: citizen._id,
      idNumber: claims.id_number,
    } as const
    const renewed = await recordCredential(ports, transaction, issuance, issued)
    await transaction.update<Credential>(CREDENTIALS, old._id, {
      status: 'revoked',
      statusChangedAt: issued.issuedAt,
    })
    await transaction.update<Device>(DEVICES, device._id, { credentialId: renewed._id })
    await transaction.update<Citizen>(CITIZENS, citizen._id, { credentialId: renewed._id })
  })
  return { credential: issued.credential }
}

function requireUnexpiredCard({ card_validity: until }: CitizenClaims, now: number): void {
  const fault = until === undefined ? undefined : validityFault({ until }, dateInChina(now))
  if (fault === 'CARD_EXPIRED') throw new NanshaError('RENEWAL_CARD_EXPIRED')
}
