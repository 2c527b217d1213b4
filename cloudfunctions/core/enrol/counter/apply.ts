import type { ChildIssued, CounterApplied, CounterEvent, CounterWaiting } from '@nansha/shared/api/counter'
import type { EnrolIssued } from '@nansha/shared/api/enrol'
import { unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import type { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import { keyThumbprint } from '@nansha/shared/keys/key-thumbprint'
import { verifyProofOfPossession } from '@nansha/shared/proof/verify-proof-of-possession'
import { freeSlot } from '../../limits/slots'
import type { Transaction } from '../../platform/database'
import { DuplicateKey } from '../../platform/database-errors'
import type { AccountKey } from '../../records/account-key'
import { CHILD_CARDS, CHILD_PORTRAIT, type ChildCard, childCardId } from '../../records/child-cards'
import {
  COUNTER_APPLICATIONS,
  type CounterApplication,
  HANDED_CREDENTIAL,
} from '../../records/counter-applications'
import { COUNTER_CODES } from '../../records/counter-codes'
import { DEVICES } from '../../records/devices'
import type { EnrolPorts, IssuingPorts } from '../enrol-ports'
import { applicationCap } from './begin-application'

/** Codes drawn, all of them taken, before it counts as a defect. */
const DRAWS = 8

type Apply = Extract<CounterEvent, { action: 'counter-apply' }>

/**
 * Binds an application to the phone's key, before anybody can approve it, and gives the code for the officer.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN, ENROLMENT_EXPIRED, ENROLMENT_USED, PROOF_INVALID, PHONE_HOLDS_ANOTHER for a
 *   child on a phone that holds an identity and has not vouched
 */
export async function applyAtCounter(
  ports: IssuingPorts & Pick<EnrolPorts, 'verifySignature'>,
  account: AccountKey,
  { applicationId, proof, forChild }: Apply,
): Promise<CounterApplied> {
  const application = await ports.database.transaction((transaction) =>
    ownApplication(ports, transaction, account, applicationId),
  )
  const challenge = {
    audience: ports.issuerUrl,
    nonce: application.nonce,
    now: unixSeconds(ports.now()),
  }
  const publicJwk = await verifyProofOfPossession(proof, challenge, ports.verifySignature)
  const deviceId = keyThumbprint(publicJwk)
  if (application.guardian && application.guardian.deviceId !== deviceId)
    throw new NanshaError('PROOF_INVALID')
  if (forChild && !application.guardian && (await ports.database.in(DEVICES).get(deviceId)))
    throw new NanshaError('PHONE_HOLDS_ANOTHER')
  return { code: await giveCode(ports, account, applicationId, publicJwk) }
}

/**
 * Hands the credential over, once: with it goes the application.
 *
 * @throws NanshaError ENROLMENT_UNKNOWN, also after it was collected; ENROLMENT_EXPIRED
 */
export async function collectApplication(
  ports: Pick<IssuingPorts, 'database' | 'index' | 'envelopes' | 'now'>,
  account: AccountKey,
  applicationId: string,
): Promise<EnrolIssued | ChildIssued | CounterWaiting> {
  const collected = await ports.database.transaction(async (transaction) => {
    const application = await ownApplication(ports, transaction, account, applicationId)
    if (application.credential === null) return null
    const card = await childCardOf(transaction, application)
    await transaction.in(COUNTER_APPLICATIONS).remove(applicationId)
    await freeSlot(transaction, applicationCap(ports, account), applicationId, ports.now())
    return { credential: application.credential, card }
  })
  if (collected === null) return { state: 'waiting' }
  const { card, ...sealed } = collected
  const credential = HANDED_CREDENTIAL.open(ports.envelopes, { _id: applicationId, ...sealed }).toString()
  if (!card) return { credential }
  const portrait = CHILD_PORTRAIT.open(ports.envelopes, card).toString('base64')
  return { credential, place: card.place, portrait }
}

/** @throws NanshaError CHILD_CARD_NONE for a card that was revoked before it was collected, even when another one is in its place by then */
async function childCardOf(
  transaction: Transaction,
  { guardian, child }: CounterApplication,
): Promise<ChildCard | null> {
  if (!guardian || child === null) return null
  const card = await transaction.in(CHILD_CARDS).get(childCardId(guardian.citizenId, child.place))
  if (card?.credentialId !== child.credentialId) throw new NanshaError('CHILD_CARD_NONE')
  return card
}

async function ownApplication(
  { now }: Pick<IssuingPorts, 'now'>,
  transaction: Transaction,
  account: AccountKey,
  applicationId: string,
): Promise<CounterApplication> {
  const application = await transaction.in(COUNTER_APPLICATIONS).get(applicationId)
  if (!application || application.account !== account) throw new NanshaError('ENROLMENT_UNKNOWN')
  if (application.expiresAt.getTime() <= now()) throw new NanshaError('ENROLMENT_EXPIRED')
  return application
}

/** Binds the key and gives eight digits that no other open application has; of two calls at once one does. */
async function giveCode(
  ports: Pick<IssuingPorts, 'database' | 'randomInt' | 'index' | 'now'>,
  account: AccountKey,
  applicationId: string,
  publicJwk: EcPublicJwk,
): Promise<string> {
  for (let attempt = 1; ; attempt++) {
    const code = String(ports.randomInt(100_000_000)).padStart(8, '0')
    const codeId = counterCodeId(ports, code)
    try {
      await ports.database.transaction(async (transaction) => {
        const { publicJwk: bound, expiresAt } = await ownApplication(
          ports,
          transaction,
          account,
          applicationId,
        )
        if (bound) throw new NanshaError('ENROLMENT_USED')
        await transaction.in(COUNTER_CODES).insert({ _id: codeId, applicationId, expiresAt })
        await transaction.in(COUNTER_APPLICATIONS).update(applicationId, {
          publicJwk,
          codeId,
        })
      })
      return code
    } catch (error) {
      if (!(error instanceof DuplicateKey) || attempt === DRAWS) throw error
    }
  }
}

/** `_id` of a code's record. */
export function counterCodeId({ index }: Pick<IssuingPorts, 'index'>, code: string): string {
  return index('counter-code', code)
}
