/** The documents that stand beside the identity in a wallet, each a type of credential. */
export const DOCUMENT_TYPES = ['driving-licence', 'social-security-card'] as const
export type DocumentType = (typeof DOCUMENT_TYPES)[number]
