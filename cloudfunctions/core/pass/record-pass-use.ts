import type { PassUse, PassUseRecorded } from '@nansha/shared/api/verify'
import { NanshaError } from '@nansha/shared/errors'
import { verifyProof } from '@nansha/shared/pass/verify-proof'
import type { AccountKey } from '../records/account-key'
import { CREDENTIALS, type Credential } from '../records/credentials'
import { USES, type Use } from '../records/uses'
import { placeId } from '../status/status-place'
import { KEPT_MS, recordEvent, recordRefusal, sealSubject } from '../verify/record-use'
import { requireEntitlement } from '../verify/require-entitlement'
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
  const uses = ports.database.collection<Use>(USES)
  const first = (await uses.insert(use)) === 'inserted' ? use : await uses.get(digest)
  if (first?.staff === account) {
    const kind = use.state === 'accepted' ? 'presented' : 'refused'
    const details = {
      organisation: desk.organisation.name,
      scenario: use.scenario,
      use: digest,
      kind,
    } as const
    await recordEvent(ports, credential.citizenId, digest, details, 'presented', use.at.getTime())
    return { passId: digest, result: 'recorded' }
  }
  await uses.update(digest, { doubled: true })
  await recordRefusal(ports, desk, reported.scenario, credential.citizenId, 'TICKET_REPLAYED', digest)
  return { passId: digest, result: 'double' }
}

async function judgeReported(ports: VerifyPorts, { proof, scenario, at }: PassUse) {
  const now = Math.floor(ports.now() / 1000)
  if (at > now + 60 || at < now - OLDEST_SECONDS) throw new NanshaError('INPUT_INVALID', { field: 'at' })
  const { pass, presented } = await verifyProof(proof, scenario, ports.trust, at, ports.verifySignature)
  if (pass.issuerId !== ports.issuerId) throw new NanshaError('ISSUER_UNTRUSTED')
  const credential = await ports.database.collection<Credential>(CREDENTIALS).get(placeId(pass))
  if (!credential) throw new NanshaError('CREDENTIAL_INVALID', { check: 'STATUS' })
  return { digest: presented.digest, credential }
}
