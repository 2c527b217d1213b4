import type { DocumentIssued } from '@nansha/shared/api/wallet-answers'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import { NanshaError } from '@nansha/shared/errors'
import { renewInPlace } from '../../credential/renew-in-place'
import { requireIdentity } from '../../credential/require-identity'
import { requireValid } from '../../credential/require-valid'
import { citizenEvent } from '../../history/citizen-event'
import type { Database, Transaction } from '../../platform/database'
import { CITIZEN_EVENTS } from '../../records/citizen-events'
import { HELD_DOCUMENTS, type HeldDocument, heldDocumentId } from '../../records/held-documents'
import type { Holder } from '../../records/holder'
import { revokeDocument } from '../../records/mark-documents'
import type { WalletPorts } from '../wallet-ports'
import { findDocument, issueDocument } from './issue-document'

/**
 * Gives the phone the same document as the registry has it now: the next credential over the same place in the status lists. It stands
 * for the issuance that is in the log, and is not logged itself. Of a document that the registry no longer has, the phone loses the
 * credential.
 *
 * @throws NanshaError CREDENTIAL_… unless identity and document are valid, DOCUMENT_NONE, ATTEMPTS_EXHAUSTED, DOCUMENT_…
 */
export async function renewDocument(
  ports: WalletPorts,
  holder: Holder,
  type: DocumentType,
): Promise<DocumentIssued> {
  const { device, credential } = holder
  const { database, now } = ports
  requireValid(credential, now())
  await requireHeld(database, holder, type)
  const found = await findDocument(ports, { device }, type).catch(async (error: unknown) => {
    if (error instanceof NanshaError && error.code === 'DOCUMENT_NOT_FOUND')
      await removeDocument(ports, holder, type)
    throw error
  })
  return database.transaction(async (transaction) => {
    const identity = await requireIdentity(transaction, device._id, now())
    const { credentialId } = await requireHeld(transaction, holder, type)
    const renewal = { credentialId, identity, now: now(), none: 'DOCUMENT_NONE' } as const
    const issued = await renewInPlace(transaction, renewal, (place) =>
      issueDocument(ports, transaction, identity, device._id, found, place),
    )
    return { credential: issued.credential }
  })
}

/** Takes a document off the holder's phone. One that is not there is no error: the answer may have been lost. */
export function removeDocument(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId'>,
  { device }: Pick<Holder, 'device'>,
  type: DocumentType,
): Promise<void> {
  const { database, now } = ports
  return database.transaction(async (transaction) => {
    const held = await transaction.in(HELD_DOCUMENTS).get(heldDocumentId(device.citizenId, type))
    if (held?.deviceId !== device._id) return
    const at = new Date(now())
    await revokeDocument(transaction, held, at)
    const details = { kind: 'document-removed', document: type } as const
    await transaction.in(CITIZEN_EVENTS).insert(citizenEvent(ports, device.citizenId, at.getTime(), details))
  })
}

/** @throws NanshaError DOCUMENT_NONE also for one that is bound to another phone */
async function requireHeld(
  records: Pick<Transaction, 'in'> | Pick<Database, 'in'>,
  { device }: Pick<Holder, 'device'>,
  type: DocumentType,
): Promise<HeldDocument> {
  const held = await records.in(HELD_DOCUMENTS).get(heldDocumentId(device.citizenId, type))
  if (held?.deviceId !== device._id) throw new NanshaError('DOCUMENT_NONE')
  return held
}
