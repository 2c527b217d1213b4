import type { Document } from '@nansha/shared/documents/documents'

/** What a document's credential says: as the registry has it, the address as OpenID Connect Core §5.1.1 does. */
export function documentClaims(document: Document): object {
  if (!('address' in document)) return document
  const { address, ...rest } = document
  return { ...rest, address: { formatted: address } }
}
