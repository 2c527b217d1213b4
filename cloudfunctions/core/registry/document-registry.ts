import type { DocumentType } from '@nansha/shared/documents/document-types'
import { type Document, type DocumentOf, numberOn } from '@nansha/shared/documents/documents'
import { NanshaError } from '@nansha/shared/errors'
import { normaliseName } from '@nansha/shared/person-name'

/** Whose document is asked for, as the identity on the phone was proven. */
export interface ProvenHolder {
  readonly name: string
  /** Parsed: 18 characters with a right check character. */
  readonly idNumber: string
}

/** Who says which document of one type a person holds, and how it stands today. */
export interface DocumentRegistry<Type extends DocumentType = DocumentType> {
  /**
   * @returns the document, or null when this person has none
   * @throws NanshaError DOCUMENT_REGISTRY_DOWN when there was no answer: then nothing is known
   */
  find(holder: ProvenHolder): Promise<DocumentOf<Type> | null>
}

/** The registries of a deployment by type; null where a type is not issued. */
export type DocumentRegistries = { readonly [Type in DocumentType]: DocumentRegistry<Type> | null }

/**
 * Asks the registry of a type for a person's document.
 *
 * @throws NanshaError DOCUMENT_UNAVAILABLE where this type is not issued, DOCUMENT_NOT_FOUND, DOCUMENT_REGISTRY_DOWN also for an
 *   answer about another person
 */
export async function askRegistry(
  registries: DocumentRegistries,
  type: DocumentType,
  holder: ProvenHolder,
): Promise<Document> {
  const registry = registries[type]
  if (!registry) throw new NanshaError('DOCUMENT_UNAVAILABLE')
  const document = await registry.find(holder)
  if (!document) throw new NanshaError('DOCUMENT_NOT_FOUND')
  if (!isOf(document, holder)) throw new NanshaError('DOCUMENT_REGISTRY_DOWN')
  return document
}

function isOf(document: Document, { name, idNumber }: ProvenHolder): boolean {
  return numberOn(document) === idNumber && normaliseName(document.name) === normaliseName(name)
}
