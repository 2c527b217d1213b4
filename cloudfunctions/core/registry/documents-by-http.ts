import type { DocumentType } from '@nansha/shared/documents/document-types'
import { DOCUMENTS, type DocumentOf } from '@nansha/shared/documents/documents'
import { askByHttp, type HttpDocumentPorts } from './ask-by-http'
import type { DocumentRegistry } from './document-registry'

/** A document is two kilobytes. */
const LARGEST_ANSWER = 16_384

/** A registry of one type of document over HTTPS. */
export function documentsByHttp<Type extends DocumentType>(
  ports: HttpDocumentPorts,
  type: Type,
): DocumentRegistry<Type> {
  return {
    async find({ name, idNumber }) {
      const about = { name, id_number: idNumber }
      const question = { type, about, document: DOCUMENTS[type], largestAnswer: LARGEST_ANSWER }
      return (await askByHttp(ports, question)) as DocumentOf<Type> | null
    },
  }
}
