import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import { queueAlert } from '../alerts/queue-alert'
import { allocateStatusPlace, type PlacePorts } from '../credential/allocate-status-place'
import { markOnlineCredentials } from '../credential/mark-online'
import type { IssuancePorts } from '../credential/record-credential'
import { revokePhone } from '../credential/revoke-phone'
import type { StatusPlace } from '../credential/status-place'
import { citizenEvent } from '../history/citizen-event'
import type { Transaction } from '../platform/database'
import { CITIZEN_EVENTS } from '../records/citizen-events'
import {
  CITIZEN_CLAIMS,
  CITIZEN_PORTRAIT,
  CITIZENS,
  type Citizen,
  type CitizenClaims,
} from '../records/citizens'
import type { Enrolment } from '../records/enrolments'
import { endGuardianship } from '../records/mark-documents'
import { NUMBER_CLAIMS } from '../records/number-claims'
import { REBINDINGS } from '../records/rebindings'
import { bindPhone } from './bind-phone'

/** Somebody whose identity was confirmed, and the key of their phone. */
export interface ProvenPerson {
  readonly enrolment: Pick<Enrolment, '_id' | 'account' | 'consent'>
  readonly claims: CitizenClaims
  /** Blind index of `claims.id_number`. */
  readonly numberIndex: string
  /** WebP. */
  readonly portrait: Buffer
  readonly assurance: Assurance
  readonly publicJwk: EcPublicJwk
  /** When their face was seen, or the officer saw them. */
  readonly faceAt: Date
}

/** A credential, or the time (Unix seconds) from which a new phone may collect it: the old one is still in use. */
export type Recorded = { readonly credential: string } | { readonly readyAt: number }

/**
 * Does the caller's work in the transaction that gives a credential its place. Where a phone was replaced, what it was issued for
 * websites is revoked as well: those records are more than one transaction takes.
 *
 * @param work gets a function that writes the citizen; whether it may be written is decided before
 */
export async function recordCitizen<Result>(
  ports: IssuancePorts & PlacePorts,
  work: (transaction: Transaction, write: WriteCitizen) => Promise<Result>,
): Promise<Result> {
  let replaced: string | undefined
  const result = await allocateStatusPlace(ports, (transaction, place) => {
    replaced = undefined
    return work(transaction, (person, holder) => {
      replaced = holder?._id
      return writeCitizen(ports, transaction, person, holder, place)
    })
  })
  if (replaced !== undefined)
    // They end within a day by themselves, so a fault here must not keep the new phone from its credential.
    await markOnlineCredentials(ports.database, replaced, 'revoked', ports.now()).catch(() => undefined)
  return result
}

/**
 * Writes everything that makes a citizen.
 *
 * @param holder who holds the number now: their phone is revoked
 * @returns the credential
 */
export type WriteCitizen = (person: ProvenPerson, holder: Citizen | null) => Promise<string>

async function writeCitizen(
  ports: IssuancePorts,
  transaction: Transaction,
  person: ProvenPerson,
  holder: Citizen | null,
  place: StatusPlace,
): Promise<string> {
  const at = new Date(ports.now())
  if (holder) await revokePhone(transaction, holder, at)

  const { claims, assurance, publicJwk, faceAt } = person
  const { account, consent } = person.enrolment
  const citizenId = holder?._id ?? ports.randomId()
  const event = holder ? 'rebound' : 'issued'
  const phone = { event, citizenId, account, claims, assurance, publicJwk, faceAt, place } as const
  const { credential, ...bound } = await bindPhone(ports, transaction, phone)

  await transaction.in(CITIZENS).put({
    _id: citizenId,
    numberIndex: person.numberIndex,
    account,
    claims: CITIZEN_CLAIMS.seal(ports.envelopes, citizenId, claims),
    portrait: CITIZEN_PORTRAIT.seal(ports.envelopes, citizenId, person.portrait),
    assurance,
    consent,
    ...bound,
    enrolledAt: holder?.enrolledAt ?? at,
    ...(holder?.account === account && { alertsSince: holder.alertsSince ?? null }),
  })
  if (holder && holder.deviceId !== bound.deviceId) await queueAlert(ports, transaction, holder, 'issued')
  if (!holder) {
    await transaction.in(NUMBER_CLAIMS).insert({
      _id: person.numberIndex,
      citizenId,
      claimedAt: at,
    })
  }
  for (const guardian of await endGuardianship(transaction, person, at)) {
    const details = { kind: 'child-moved', child: claims.name } as const
    await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, guardian, at.getTime(), details))
  }
  await transaction.in(REBINDINGS).remove(citizenId)
  await transaction
    .in(CITIZEN_EVENTS)
    .insert(citizenEvent(ports, citizenId, at.getTime(), { kind: 'issued' }))
  return credential
}
