import type * as v from 'valibot'
import type { DocumentType } from './document-types'
import { DrivingLicence } from './driving-licence'
import { SocialSecurityCard } from './social-security-card'

/** What the registry of each type says of one person's document; bounded and checked, whoever sent it. */
export const DOCUMENTS = {
  'driving-licence': DrivingLicence,
  'social-security-card': SocialSecurityCard,
} as const satisfies Readonly<Record<DocumentType, v.GenericSchema>>

export type DocumentOf<Type extends DocumentType> = v.InferOutput<(typeof DOCUMENTS)[Type]>
export type Document = DocumentOf<DocumentType>

/** Whose document it is: the resident number that it bears, under the name that its type has for it. */
export function numberOn(document: Document): string {
  return 'document_number' in document ? document.document_number : document.social_security_number
}
