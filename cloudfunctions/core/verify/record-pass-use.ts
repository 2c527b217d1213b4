import type { PassUse, PassUseRecorded } from '@nansha/shared/api/verify'
import { DAY_SECONDS, unixSeconds } from '@nansha/shared/clock/durations'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProof } from '@nansha/shared/pass/verify-proof'
import { requestedClaims } from '@nansha/shared/scenarios'
import { placeId } from '../credential/status-place'
import { deskWarning } from '../history/desk-warning'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS } from '../records/credentials'
import { DESK_WARNINGS } from '../records/desk-warnings'
import { USES, type Use } from '../records/uses'
import { CHECK_KEPT_MS, type DeskEvent, recordLateEvent } from './record-use'
import { findDesk, requireScenario } from './require-entitlement'
import type { VerifyPorts } from './verify-ports'

/** A companion that was without network longer than this was without trust data too. */
const OLDEST_SECONDS = 7 * DAY_SECONDS

/**
 * Records a pass that a companion accepted or refused without network. The pass itself proves that it was shown; only
 * the time is the companion's word. Two companions with the same pass are a double use: the citizen and both are told.
 *
 * @throws NanshaError STAFF_NOT_ENTITLED, LICENCE_EXPIRED, INPUT_INVALID for a time that cannot be, and what the pass is
 *   refused for
 */
export async function recordPassUse(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'verifySignature' | 'issuerId' | 'trust'>,
  account: AccountKey,
  reported: PassUse,
): Promise<PassUseRecorded> {
  const desk = await findDesk(ports, account)
  // As of then: a licence that ran out since must not hide from a citizen what was checked under it, nor may one that was
  // withdrawn while the companion had no network.
  const organisation = { ...desk.organisation, suspendedAt: null }
  requireScenario({ organisation }, reported.scenario, reported.at * 1000)
  const { digest, credential } = await judgeReported(ports, reported)
  const use: Use = {
    _id: digest,
    organisationId: desk.organisation._id,
    staff: account,
    scenario: reported.scenario,
    ticket: digest,
    at: new Date(reported.at * 1000),
    subject: { citizenId: credential.citizenId, credentialId: credential._id },
    organisation: desk.organisation.name,
    state: reported.accepted ? 'accepted' : 'refused',
    expiresAt: new Date(ports.now() + CHECK_KEPT_MS),
  }
  const uses = ports.database.in(USES)
  const first = (await uses.insert(use)) === 'inserted' ? use : await uses.get(digest)
  // A pass discloses by being scanned, whatever the attendant or the cloud makes of it afterwards.
  const seen = {
    organisation: desk.organisation.name,
    scenario: use.scenario,
    use: digest,
    disclosed: requestedClaims(use.scenario),
  }
  const tell = (details: DeskEvent['details'], what: string) =>
    recordLateEvent(ports, credential.citizenId, { useId: digest, details, what, at: use.at.getTime() })
  if (first?.staff === account) {
    await tell({ ...seen, kind: reported.accepted ? 'presented' : 'refused' }, 'presented')
    return { passId: digest, result: 'recorded' }
  }
  await uses.update(digest, { doubled: true })
  if (first) {
    const warning = deskWarning(first, 'double', ports.now())
    await ports.database.in(DESK_WARNINGS).insert(warning)
  }
  const code = 'TICKET_REPLAYED'
  await tell({ ...seen, kind: 'refused', code }, `${desk.organisation._id}.${code}`)
  return { passId: digest, result: 'double' }
}

async function judgeReported(
  ports: Pick<VerifyPorts, 'database' | 'now' | 'verifySignature' | 'issuerId' | 'trust'>,
  { proof, scenario, at }: PassUse,
) {
  const now = unixSeconds(ports.now())
  if (at > now + 60 || at < now - OLDEST_SECONDS) throw new NanshaError('INPUT_INVALID', { field: 'at' })
  const { pass, presented } = await verifyProof(proof, scenario, ports.trust, at, ports.verifySignature)
  if (pass.issuerId !== ports.issuerId) throw new NanshaError('ISSUER_UNTRUSTED')
  const credential = await ports.database.in(CREDENTIALS).get(placeId(pass))
  if (!credential) throw new NanshaError('CREDENTIAL_INVALID', { check: 'STATUS' })
  return { digest: presented.digest, credential }
}
