import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { DocumentOf } from '@nansha/shared/documents/documents'
import type { Envelopes } from '../crypto/envelope'
import type { Database } from '../platform/database'
import { SPECIMEN_PERSON, SPECIMENS } from '../records/specimens'
import type { DocumentRegistry } from './document-registry'

export interface SpecimenDocumentPorts {
  readonly database: Database
  readonly envelopes: Envelopes
}

/** The embedded registry of one type: what was registered with each synthetic citizen. */
export function createSpecimenDocuments<Type extends DocumentType>(
  { database, envelopes }: SpecimenDocumentPorts,
  type: Type,
): DocumentRegistry<Type> {
  return {
    async find({ idNumber }) {
      const specimen = await database.in(SPECIMENS).get(idNumber)
      const documents = specimen && SPECIMEN_PERSON.open(envelopes, specimen).documents
      return (documents?.[type] as DocumentOf<Type> | undefined) ?? null
    },
  }
}
