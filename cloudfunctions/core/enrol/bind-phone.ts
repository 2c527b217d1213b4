import { ageInChina } from '@nansha/shared/age-in-china'
import { NanshaError } from '@nansha/shared/errors'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import type { LogEvent } from '@nansha/shared/log/entry'
import type { Assurance } from '@nansha/shared/scenarios'
import { issueCredential } from '../credential/issue-credential'
import type { IssuancePorts } from '../credential/record-credential'
import { recordCredential } from '../credential/record-credential'
import { residentClaims } from '../credential/resident-claims'
import type { StatusPlace } from '../credential/status-place'
import type { Transaction } from '../platform/database'
import type { AccountKey } from '../records/account-key'
import type { CitizenClaims } from '../records/citizens'
import { DEVICES } from '../records/devices'

export interface Binding {
  readonly event: LogEvent
  readonly citizenId: string
  readonly account: AccountKey
  readonly claims: CitizenClaims
  readonly assurance: Assurance
  /** The phone's key, whose possession was proven. */
  readonly publicJwk: EcPublicJwk
  /** When the face was seen that the binding rests on. */
  readonly faceAt: Date
  /** Free when it was looked up. */
  readonly place: StatusPlace
}

export interface BoundPhone {
  readonly credential: string
  readonly credentialId: string
  readonly deviceId: string
}

/**
 * Issues a credential to a phone, logs it, and remembers both, all in the caller's transaction: a credential without its
 * log entry cannot exist.
 *
 * @throws NanshaError PHONE_HOLDS_ANOTHER when the key belongs to somebody else's phone
 * @throws DuplicateKey when the place was taken meanwhile
 */
export async function bindPhone(
  ports: IssuancePorts,
  transaction: Transaction,
  binding: Binding,
): Promise<BoundPhone> {
  const { event, citizenId, account, claims, assurance, publicJwk, faceAt, place } = binding
  const deviceId = keyThumbprint(publicJwk)
  const known = await transaction.in(DEVICES).get(deviceId)
  if (known && known.citizenId !== citizenId) throw new NanshaError('PHONE_HOLDS_ANOTHER')

  const age = ageInChina(claims.birthdate, ports.now())
  const subject = { type: 'resident-id', holderJwk: publicJwk, place, assurance } as const
  const issued = await issueCredential(ports, { ...subject, claims: residentClaims(claims, age) })
  const issuance = { ...subject, event, citizenId, idNumber: claims.id_number }
  const credential = await recordCredential(ports, transaction, issuance, issued)
  await transaction.in(DEVICES).put({
    _id: deviceId,
    citizenId,
    credentialId: credential._id,
    account,
    publicJwk,
    status: 'active',
    boundAt: issued.issuedAt,
    faceAt,
    faceBy: assurance,
    lastSeenAt: issued.issuedAt,
  })
  return { credential: issued.credential, credentialId: credential._id, deviceId }
}
