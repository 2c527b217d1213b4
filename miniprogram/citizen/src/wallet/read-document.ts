import type { DocumentType } from '@nansha/shared/documents/document-types'
import { DOCUMENTS, type Document } from '@nansha/shared/documents/documents'
import { EcPublicJwk } from '@nansha/shared/keys/ec-public-jwk'
import * as v from 'valibot'
import type { HeldDocument } from './held-documents'
import { parseOwnClaims } from './read-identity'

const Credential = v.looseObject({
  iat: v.number(),
  exp: v.number(),
  cnf: v.object({ jwk: EcPublicJwk }),
  address: v.optional(v.object({ formatted: v.string() })),
})

/** A document as the holder's own phone shows it. */
export interface ShownDocument {
  readonly type: DocumentType
  readonly document: Document
  /** Unix seconds at which the registry said so. */
  readonly askedAt: number
  /** Unix seconds; nothing is shown with it from then on. */
  readonly expiresAt: number
}

/**
 * Reads one's own document for display, as `readIdentity` does the identity.
 *
 * @param key of the identity on this phone; a document of another key is none
 * @returns `undefined` for anything else
 */
export function readDocument(
  { type, credential }: HeldDocument,
  key: EcPublicJwk,
): ShownDocument | undefined {
  const read = v.safeParse(Credential, parseOwnClaims(credential))
  if (!read.success || read.output.cnf.jwk.x !== key.x) return undefined
  const { iat, exp, address, ...claims } = read.output
  const members = Object.keys(DOCUMENTS[type].entries)
  const said = Object.fromEntries(Object.entries(claims).filter(([name]) => members.includes(name)))
  const document = v.safeParse(DOCUMENTS[type], { ...said, ...(address && { address: address.formatted }) })
  return document.success ? { type, document: document.output, askedAt: iat, expiresAt: exp } : undefined
}
