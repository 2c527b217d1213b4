import type { PassUse, PassUseRecorded } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import { unpackPass } from '@nansha/shared/pass/pack-pass'
import { passAudience, passNonce } from '@nansha/shared/pass/pass'
import type { Payload } from '@nansha/shared/sd-jwt/apply-disclosures'
import { verifyCredential } from '@nansha/shared/sd-jwt/verify-credential'
import { ACCEPTED_AFTER, ACCEPTED_BEFORE } from '@nansha/shared/ticket/ticket-window'
import { citizenEvent } from '../events/citizen-event'
import { DuplicateKey } from '../platform/database-errors'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { EVENTS } from '../records/events'
import { USES, type Use } from '../records/uses'
import { KEPT_MS, recordRefusal, sealSubject } from '../verify/record-use'
import { type Desk, requireEntitlement } from '../verify/require-entitlement'
import type { VerifyPorts } from '../verify/verify-ports'

/** A companion that was without network longer than this was without trust data too. */
const OLDEST_SECONDS = 7 * 86_400

/**
 * Records a pass that a companion accepted or refused without network. The pass itself proves that it was shown; only
 * the time is the companion's word. Two companions with the same pass are a double use: the citizen and both are told.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_EXPIRED, INPUT_INVALID for a time that cannot be, and what the pass is
 *   refused for
 */
export async function recordPassUse(
  ports: VerifyPorts,
  account: AccountKey,
  reported: PassUse,
): Promise<PassUseRecorded> {
  const desk = await requireEntitlement(ports, account, reported.scenario)
  const { digest, credential } = await judgeReported(ports, reported)
  const use: Use = {
    _id: digest,
    organisationId: desk.organisation._id,
    staff: account,
    scenario: reported.scenario,
    ticket: digest,
    at: new Date(reported.at * 1000),
    subject: sealSubject(ports, digest, { citizenId: credential.citizenId, credentialId: credential._id }),
    state: reported.accepted ? 'accepted' : 'refused',
    expiresAt: new Date(ports.now() + KEPT_MS),
  }
  const isFirst = await insertUse(ports, desk, use, credential)
  if (isFirst) return { passId: digest, result: 'recorded' }
  const first = await ports.database.collection<Use>(USES).get(digest)
  if (first?.staff === account) return { passId: digest, result: 'recorded' }
  await ports.database.collection<Use>(USES).update(digest, { doubled: true })
  await recordRefusal(ports, desk, reported.scenario, credential.citizenId, 'TICKET_REPLAYED', digest)
  return { passId: digest, result: 'double' }
}

async function judgeReported(ports: VerifyPorts, { proof, scenario, at }: PassUse) {
  const now = Math.floor(ports.now() / 1000)
  if (at > now + 60 || at < now - OLDEST_SECONDS) throw new NanshaError('INPUT_INVALID', { field: 'at' })
  const pass = unpackPass(proof)
  if (!pass) throw new NanshaError('QR_UNREADABLE')
  const expected = {
    audience: passAudience(scenario),
    nonce: ({ iat, nonce }: Payload) => nonce === passNonce(Number(iat)),
    window: { before: ACCEPTED_BEFORE, after: ACCEPTED_AFTER },
  }
  const { issuer, digest, payload } = await verifyCredential(
    pass,
    ports.trust,
    expected,
    at,
    ports.verifySignature,
  )
  const { uri, idx } = payload.status.status_list
  const place = `${uri.slice(uri.lastIndexOf('/') + 1)}.${idx}`
  const credential = await ports.database.collection<Credential>(CREDENTIALS).get(place)
  if (!credential || issuer.id !== ports.issuerId) throw new NanshaError('ISSUER_UNTRUSTED')
  return { digest, credential }
}

async function insertUse(
  ports: VerifyPorts,
  desk: Desk,
  use: Use,
  { citizenId }: Credential,
): Promise<boolean> {
  const occasion = { organisation: desk.organisation.name, scenario: use.scenario, use: use._id }
  const details = { ...occasion, kind: use.state === 'accepted' ? 'presented' : 'refused' } as const
  try {
    await ports.database.transaction(async (transaction) => {
      await transaction.insert<Use>(USES, use)
      await transaction.insert(EVENTS, citizenEvent(ports, citizenId, use.at.getTime(), details))
    })
    return true
  } catch (error) {
    if (error instanceof DuplicateKey) return false
    throw error
  }
}
