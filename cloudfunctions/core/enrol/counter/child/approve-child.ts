import { ageInChina, FULL_AGE } from '@nansha/shared/age-in-china'
import type { CounterEvent } from '@nansha/shared/api/counter'
import { CHILD_CARD_TYPE, MOST_CHILDREN, MOST_GUARDIANS } from '@nansha/shared/children/child-card'
import { NanshaError } from '@nansha/shared/errors'
import { allocateStatusPlace } from '../../../credential/allocate-status-place'
import { issueChildCard } from '../../../credential/issue-child-card'
import { recordCredential } from '../../../credential/record-credential'
import { requireIdentity } from '../../../credential/require-identity'
import { placeId } from '../../../credential/status-place'
import { citizenEvent } from '../../../history/citizen-event'
import { photoDigest } from '../../../image/photo-digest'
import type { Transaction } from '../../../platform/database'
import type { AccountKey } from '../../../records/account-key'
import { CHILD_CARDS, type ChildCard, childCardsOf } from '../../../records/child-cards'
import { CITIZEN_EVENTS } from '../../../records/citizen-events'
import { COUNTER_APPLICATIONS } from '../../../records/counter-applications'
import { DECISIONS } from '../../../records/decisions'
import { GUARDED_CHILDREN } from '../../../records/guarded-children'
import { revokeChildCard } from '../../../records/mark-documents'
import { NUMBER_CLAIMS } from '../../../records/number-claims'
import { indexOf } from '../../renew-index'
import { type CounterPorts, handOver, isOwn } from '../approve-application'
import { countApproval } from '../count-approval'
import { counterDecision } from '../counter-decision'
import { readOwnApplication } from '../require-officer'
import { discardCounterPhotos } from '../uploads'
import { type ChildPorts, lookUpChild, requireGuardian } from './find-child'

type Approval = Extract<CounterEvent, { action: 'counter-approve-child' }>

/**
 * Puts a child's card on the phone of a guardian, upon the word of an officer who compared both with their portraits and has the
 * child's physical card in hand, and of the register, which is asked again. The same child once more replaces the card that was there.
 *
 * @throws NanshaError those of {@link findChild}; CALLER_FORBIDDEN for one's own application, INPUT_INVALID when the register's photo
 *   is no longer the one that the officer saw, GUARDIAN_UNDER_AGE, CREDENTIAL_… unless the guardian's identity is valid,
 *   CHILD_HAS_PHONE, CHILD_GUARDIANS_FULL, CHILDREN_FULL, ATTEMPTS_EXHAUSTED beyond the officer's daily cap
 */
export async function approveChild(
  ports: CounterPorts & ChildPorts,
  account: AccountKey,
  unionId: string | null,
  approval: Approval,
): Promise<void> {
  const { application, guardian, child } = await lookUpChild(ports, account, approval)
  if (isOwn(application, account, unionId)) throw new NanshaError('CALLER_FORBIDDEN')
  if (ageInChina(guardian.birthdate, ports.now()) < FULL_AGE) throw new NanshaError('GUARDIAN_UNDER_AGE')
  if (photoDigest(Buffer.from(child.portrait, 'base64')) !== approval.portraitDigest)
    throw new NanshaError('INPUT_INVALID', { field: 'portraitDigest' })
  const numberIndex = await indexOf(ports, child.id_number)

  await allocateStatusPlace(ports, async (transaction, status) => {
    const { officer, ...own } = await readOwnApplication(ports, transaction, account, application._id)
    const { citizenId, deviceId } = requireGuardian(own.application).guardian
    const identity = await requireIdentity(transaction, deviceId, ports.now())
    const place = await takePlace(transaction, citizenId, numberIndex, new Date(ports.now()))
    const issue = { identity, deviceId, place, numberIndex, child, status }
    const issued = await issueChildCard(ports, transaction, issue)
    const { holderJwk } = identity
    const issuance = {
      event: 'issued',
      citizenId,
      type: CHILD_CARD_TYPE,
      holderJwk,
      assurance: 'in-person',
      idNumber: child.id_number,
      place: status,
    } as const
    await recordCredential(ports, transaction, issuance, issued)
    await handOver(ports, transaction, own.application, issued.credential)
    await transaction.in(COUNTER_APPLICATIONS).update(application._id, {
      child: { place, credentialId: placeId(status) },
    })
    await countApproval(transaction, account, ports.now())
    const consent = { version: 'in-person', at: issued.issuedAt }
    const decided = {
      enrolment: { _id: application._id, account: application.account, consent },
      numberIndex,
    }
    const onBehalf = { name: guardian.name, id_number: guardian.id_number }
    await transaction.in(DECISIONS).insert(counterDecision(ports, decided, officer, onBehalf))
    const details = { kind: 'child-added', child: child.name } as const
    await transaction
      .in(CITIZEN_EVENTS)
      .insert(citizenEvent(ports, citizenId, issued.issuedAt.getTime(), details))
  })
  await discardCounterPhotos(ports, application)
}

/** Where the card goes on the guardian's phone: in its former place, which it gives up, or in one that is free. */
async function takePlace(
  transaction: Transaction,
  citizenId: string,
  numberIndex: string,
  at: Date,
): Promise<number> {
  if (await transaction.in(NUMBER_CLAIMS).get(numberIndex)) throw new NanshaError('CHILD_HAS_PHONE')
  const held = await childCardsOf(transaction, citizenId)
  const former = held.find((card) => card.numberIndex === numberIndex)
  if (former) await revokeChildCard(transaction, former, at)
  const guarded = await transaction.in(GUARDED_CHILDREN).get(numberIndex)
  let others = 0
  for (const id of guarded?.cards ?? []) {
    // The sweep may have forgotten one that ran out, and another child have its place.
    const card = await transaction.in(CHILD_CARDS).get(id)
    if (card?.numberIndex === numberIndex) others++
  }
  if (others >= MOST_GUARDIANS) throw new NanshaError('CHILD_GUARDIANS_FULL')
  return former?.place ?? freePlace(held)
}

/** @throws NanshaError CHILDREN_FULL */
function freePlace(held: readonly ChildCard[]): number {
  const taken = new Set(held.map(({ place }) => place))
  for (let place = 1; place <= MOST_CHILDREN; place++) if (!taken.has(place)) return place
  throw new NanshaError('CHILDREN_FULL')
}
