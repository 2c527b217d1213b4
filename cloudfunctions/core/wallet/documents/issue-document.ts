import { DAY_MS, unixSeconds } from '@nansha/shared/clock/durations'
import { CREDENTIAL_TYPES } from '@nansha/shared/credential-types'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { Document } from '@nansha/shared/documents/documents'
import { NanshaError } from '@nansha/shared/errors'
import { issueCredential } from '../../credential/issue-credential'
import { placeId, type StatusPlace } from '../../credential/status-place'
import { type Cap, takeSlots } from '../../limits/slots'
import type { Transaction } from '../../platform/database'
import { CITIZEN_CLAIMS, CITIZENS, type CitizenClaims } from '../../records/citizens'
import type { Credential } from '../../records/credentials'
import { HELD_DOCUMENTS, heldDocumentId } from '../../records/held-documents'
import type { Holder } from '../../records/holder'
import { askRegistry } from '../../registry/document-registry'
import type { WalletPorts } from '../wallet-ports'
import { documentClaims } from './document-claims'

/** Questions to registries that a phone may cause in a day: both documents renewed every hour. */
const ASKED_PER_DAY = 48
/** What a document said is forgotten so long after its last credential ended. */
const KEPT_MS = 30 * DAY_MS

/** Questions of one phone within a day. */
export function documentCap(deviceId: string): Cap {
  return { id: `documents.${deviceId}`, most: ASKED_PER_DAY }
}

export interface FoundDocument {
  readonly type: DocumentType
  readonly document: Document
  readonly claims: CitizenClaims
}

/** @throws NanshaError CREDENTIAL_REVOKED when the citizen was deleted meanwhile */
export async function provenClaims(
  { database, envelopes }: Pick<WalletPorts, 'database' | 'envelopes'>,
  { device }: Pick<Holder, 'device'>,
): Promise<CitizenClaims> {
  const citizen = await database.in(CITIZENS).get(device.citizenId)
  if (!citizen) throw new NanshaError('CREDENTIAL_REVOKED')
  return CITIZEN_CLAIMS.open(envelopes, citizen)
}

/**
 * Asks the registry for the holder's own document, by the number that was proven. Counted first: a phone must not make a registry
 * answer all day.
 *
 * @throws NanshaError ATTEMPTS_EXHAUSTED, DOCUMENT_…
 */
export async function findDocument(
  ports: Pick<WalletPorts, 'database' | 'now' | 'randomId' | 'documents' | 'envelopes'>,
  { device }: Pick<Holder, 'device'>,
  type: DocumentType,
): Promise<FoundDocument> {
  const { database, now, randomId, documents } = ports
  const claims = await provenClaims(ports, { device })
  const until = new Date(now() + DAY_MS)
  await database.transaction((transaction) =>
    takeSlots(transaction, documentCap(device._id), { id: randomId(), count: 1, until }, now()),
  )
  const document = await askRegistry(documents, type, { name: claims.name, idNumber: claims.id_number })
  return { type, document, claims }
}

/** Issues a document's credential to the identity's own key, no longer than the identity is good, and remembers what it says. */
export async function issueDocument(
  ports: Pick<WalletPorts, 'now' | 'signer' | 'issuerUrl' | 'issuerId' | 'randomBytes'>,
  transaction: Transaction,
  identity: Credential,
  deviceId: string,
  { type, document }: FoundDocument,
  place: StatusPlace,
) {
  const { holderJwk, assurance, citizenId } = identity
  const askedAt = new Date(ports.now())
  const longest = ports.now() + CREDENTIAL_TYPES[type].validDays * DAY_MS
  const exp = unixSeconds(Math.min(longest, identity.expiresAt.getTime()))
  const issued = await issueCredential(ports, {
    type,
    claims: documentClaims(document),
    holderJwk,
    place,
    assurance,
    exp,
  })
  await transaction.in(HELD_DOCUMENTS).put({
    _id: heldDocumentId(citizenId, type),
    type,
    deviceId,
    credentialId: placeId(place),
    document,
    askedAt,
    validUntil: issued.expiresAt,
    expiresAt: new Date(issued.expiresAt.getTime() + KEPT_MS),
  })
  return issued
}
