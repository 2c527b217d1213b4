import type { Database } from '@nansha/core/platform/database'
import { CREDENTIALS, type Credential } from '@nansha/core/records/credentials'
import { HELD_DOCUMENTS, heldDocumentId } from '@nansha/core/records/held-documents'
import type { ProvenHolder } from '@nansha/core/registry/document-registry'
import type { DrivingLicence } from '@nansha/shared/documents/driving-licence'
import type { SocialSecurityCard } from '@nansha/shared/documents/social-security-card'
import { RESIDENT_NUMBER } from './enrolled-citizen'

const LI_MING: ProvenHolder = { name: '李明', idNumber: RESIDENT_NUMBER }

/** A driving licence as its registry has it, by default of the person whom `enrolCitizen` enrols. */
export function licenceOf(
  { name, idNumber }: ProvenHolder = LI_MING,
  changes: Partial<DrivingLicence> = {},
): DrivingLicence {
  return {
    document_number: idNumber,
    name,
    sex: 'male',
    birthdate: '1949-12-31',
    nationality: 'CHN',
    address: '广州市南沙区',
    driving_privileges: [{ vehicle_category_code: 'C1', issue_date: '2010-05-20' }],
    first_issue_date: '2010-05-20',
    valid_from: '2016-05-20',
    valid_until: '2026-05-20',
    file_number: '440100123456',
    issuing_authority: '广东省广州市公安局交通警察支队',
    penalty_points: 3,
    licence_status: 'normal',
    ...changes,
  }
}

/** A social security card, likewise. */
export function socialSecurityCardOf(
  { name, idNumber }: ProvenHolder = LI_MING,
  changes: Partial<SocialSecurityCard> = {},
): SocialSecurityCard {
  return {
    social_security_number: idNumber,
    name,
    card_number: 'A12345678',
    issuing_region: '440115',
    issuing_authority: '广州市人力资源和社会保障局',
    issue_date: '2019-03-01',
    valid_until: '2029-03-01',
    bank_name: '南沙样本银行',
    bank_account_last4: '6688',
    card_status: 'normal',
    ...changes,
  }
}

/** Puts both documents on the phone of a citizen, as `add-document` does. */
export async function holdDocuments({
  database,
  credential,
  device,
}: {
  readonly database: Database
  readonly credential: Credential
  readonly device: { readonly _id: string }
}): Promise<void> {
  const { citizenId, expiresAt } = credential
  const documents = [licenceOf(), socialSecurityCardOf()]
  for (const [n, document] of documents.entries()) {
    const type = 'driving_privileges' in document ? 'driving-licence' : 'social-security-card'
    const credentialId = `1.${n + 1}`
    await database.in(CREDENTIALS).put({ ...credential, _id: credentialId, type })
    await database.in(HELD_DOCUMENTS).put({
      _id: heldDocumentId(citizenId, type),
      type,
      deviceId: device._id,
      credentialId,
      document,
      askedAt: credential.issuedAt,
      validUntil: expiresAt,
      expiresAt,
    })
  }
}
