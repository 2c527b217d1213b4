import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { NanshaError } from '@nansha/shared/errors'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import type { Assurance } from '@nansha/shared/scenarios'
import { citizenEvent } from '../events/citizen-event'
import { DuplicateKey } from '../platform/database-errors'
import type { Transaction } from '../platform/transaction'
import { CITIZENS, type Citizen, type CitizenClaims } from '../records/citizens'
import type { Enrolment } from '../records/enrolments'
import { EVENTS } from '../records/events'
import { NUMBER_CLAIMS, type NumberClaim } from '../records/number-claims'
import { findStatusPlace } from '../status/find-status-place'
import type { StatusPlace } from '../status/status-place'
import { bindPhone } from './bind-phone'
import type { IssuingPorts } from './enrol-ports'
import { revokePhone } from './revoke-phone'

/** Somebody whose identity was confirmed, and the key of their phone. */
export interface ProvenPerson {
  readonly enrolment: Pick<Enrolment, 'account' | 'consent'>
  readonly claims: CitizenClaims
  /** Blind index of `claims.id_number`. */
  readonly numberIndex: string
  /** WebP. */
  readonly portrait: Buffer
  readonly assurance: Assurance
  readonly publicJwk: EcPublicJwk
}

/** Misses at a status place, or at a number that somebody claimed meanwhile, before it is our defect. */
const TRIES = 4

/**
 * Makes a citizen of a proven person, or binds a new phone to one; one transaction, all or nothing.
 *
 * @throws NanshaError PROOFING_REFUSED when the number belongs to another account
 */
export async function recordCitizen(ports: IssuingPorts, person: ProvenPerson): Promise<EnrolIssued> {
  for (let attempt = 1; ; attempt++) {
    const place = await findStatusPlace(ports.database, ports.randomInt)
    try {
      return await ports.database.transaction((transaction) => record(ports, transaction, person, place))
    } catch (error) {
      if (!(error instanceof DuplicateKey) || attempt === TRIES) throw error
    }
  }
}

async function record(
  ports: IssuingPorts,
  transaction: Transaction,
  person: ProvenPerson,
  place: StatusPlace,
): Promise<EnrolIssued> {
  const { account, consent } = person.enrolment
  const at = new Date(ports.now())
  const former = await formerCitizen(transaction, person.numberIndex)
  if (former && former.account !== account) throw new NanshaError('PROOFING_REFUSED')
  if (former) await revokePhone(transaction, former, at)

  const { claims, assurance, publicJwk } = person
  const citizenId = former?._id ?? ports.randomId()
  const event = former ? 'rebound' : 'issued'
  const phone = { event, citizenId, account, claims, assurance, publicJwk, place } as const
  const { credential, ...bound } = await bindPhone(ports, transaction, phone)

  const sealedAt = (field: string) => ({ collection: CITIZENS, id: citizenId, field })
  await transaction.put<Citizen>(CITIZENS, {
    _id: citizenId,
    numberIndex: person.numberIndex,
    account,
    claims: ports.envelopes.sealJson(sealedAt('claims'), claims),
    portrait: ports.envelopes.seal(sealedAt('portrait'), person.portrait),
    assurance,
    consent,
    ...bound,
    enrolledAt: former?.enrolledAt ?? at,
  })
  if (!former) {
    await transaction.insert<NumberClaim>(NUMBER_CLAIMS, {
      _id: person.numberIndex,
      citizenId,
      claimedAt: at,
    })
  }
  await transaction.insert(EVENTS, citizenEvent(ports, citizenId, at.getTime(), { kind: 'issued' }))
  return { credential }
}

async function formerCitizen(transaction: Transaction, numberIndex: string): Promise<Citizen | null> {
  const claim = await transaction.get<NumberClaim>(NUMBER_CLAIMS, numberIndex)
  return claim && transaction.get<Citizen>(CITIZENS, claim.citizenId)
}
