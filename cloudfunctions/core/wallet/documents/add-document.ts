import type { DocumentIssued } from '@nansha/shared/api/wallet-answers'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { NanshaError } from '@nansha/shared/errors'
import { isDocumentTaken } from '@nansha/shared/scenarios'
import { allocateStatusPlace } from '../../credential/allocate-status-place'
import { recordCredential } from '../../credential/record-credential'
import { requireIdentity } from '../../credential/require-identity'
import { requireValid } from '../../credential/require-valid'
import { citizenEvent } from '../../history/citizen-event'
import type { Database, Transaction } from '../../platform/database'
import { CITIZEN_EVENTS } from '../../records/citizen-events'
import { CITIZENS } from '../../records/citizens'
import type { Credential } from '../../records/credentials'
import { HELD_DOCUMENTS, heldDocumentId } from '../../records/held-documents'
import type { Holder } from '../../records/holder'
import { revokeDocument } from '../../records/mark-documents'
import { NUMBER_LOCKS } from '../../records/number-locks'
import { requireOwner } from '../../unlock/seen-unlock'
import type { WalletPorts } from '../wallet-ports'
import { findDocument, issueDocument } from './issue-document'

/**
 * Puts a further document on the phone that holds a valid identity: of the same number, bound to the same key. Takes the owner's
 * unlock, because whoever found the phone must not learn what else its owner holds. It is an issuance of its own: with a place in the
 * status lists, a line in the history and an entry in the log. Added again, it replaces the one that was there.
 *
 * @throws NanshaError CREDENTIAL_… unless the identity is valid, DOCUMENT_ASSURANCE_TOO_LOW, UNLOCK_REQUIRED, NUMBER_LOCKED, ATTEMPTS_EXHAUSTED, DOCUMENT_…
 */
export async function addDocument(
  ports: WalletPorts,
  { device, credential }: Holder,
  type: DocumentType,
): Promise<DocumentIssued> {
  const { database, now } = ports
  requireValid(credential, now())
  requireTaken(ports, type, credential)
  await requireOwner(ports, { device })
  await requireUnlocked(database, device.citizenId)
  const found = await findDocument(ports, { device }, type)
  return allocateStatusPlace(ports, async (transaction, place) => {
    await requireUnlocked(transaction, device.citizenId)
    const identity = await requireIdentity(transaction, device._id, now())
    requireTaken(ports, type, identity)
    const { citizenId, holderJwk, assurance } = identity
    const former = await transaction.in(HELD_DOCUMENTS).get(heldDocumentId(citizenId, type))
    const at = new Date(now())
    if (former) await revokeDocument(transaction, former, at)
    const issued = await issueDocument(ports, transaction, identity, device._id, found, place)
    const { id_number: idNumber } = found.claims
    const issuance = { event: 'issued', citizenId, type, holderJwk, assurance, idNumber, place } as const
    await recordCredential(ports, transaction, issuance, issued)
    const details = { kind: 'document-added', document: type } as const
    await transaction
      .in(CITIZEN_EVENTS)
      .insert(citizenEvent(ports, citizenId, issued.issuedAt.getTime(), details))
    return { credential: issued.credential }
  })
}

/**
 * No desk takes the document upon an identity that was proven worse: whoever enrolled with somebody's photo must not learn what a
 * registry knows of them.
 *
 * @throws NanshaError DOCUMENT_ASSURANCE_TOO_LOW
 */
function requireTaken(
  { acceptSpecimens }: Pick<WalletPorts, 'acceptSpecimens'>,
  type: DocumentType,
  { assurance }: Pick<Credential, 'assurance'>,
): void {
  if (!isDocumentTaken(type, assurance, acceptSpecimens)) throw new NanshaError('DOCUMENT_ASSURANCE_TOO_LOW')
}

/** The lock that bars enrolment from afar bars a new document too: the holder said that nothing new is to be had on this number. */
async function requireUnlocked(
  records: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  citizenId: string,
): Promise<void> {
  const citizen = await records.in(CITIZENS).get(citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  if (await records.in(NUMBER_LOCKS).get(citizen.numberIndex)) throw new NanshaError('NUMBER_LOCKED')
}
