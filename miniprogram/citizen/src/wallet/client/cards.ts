import type { ChildRenewed, ChildrenHeld, DocumentIssued } from '@nansha/shared/api/wallet-answers'
import type { DocumentType } from '@nansha/shared/documents/document-types'
import type { SignAndSend } from './sign-and-send'

/** The cards that stand beside the identity: the holder's documents, and the cards of their children. */
export interface CardsClient {
  /** A document of the holder, from its registry to this phone. @throws NanshaError UNLOCK_REQUIRED, DOCUMENT_… */
  addDocument(type: DocumentType): Promise<string>
  /** The same document, as its registry has it now. @throws NanshaError DOCUMENT_… */
  renewDocument(type: DocumentType): Promise<string>
  removeDocument(type: DocumentType): Promise<void>
  /** Turns an application at a counter into one for a child of the holder. @throws NanshaError UNLOCK_REQUIRED, GUARDIAN_UNDER_AGE, … */
  vouchForChild(application: string): Promise<void>
  /** The children's cards that the server knows on this phone. */
  fetchChildren(): Promise<ChildrenHeld['children']>
  /** @throws NanshaError CHILD_…, DOCUMENT_… */
  renewChild(place: number): Promise<ChildRenewed>
  removeChild(place: number): Promise<void>
}

export function createCardsClient(send: SignAndSend): CardsClient {
  return {
    addDocument: async (type) => (await send<DocumentIssued>({ action: 'add-document', type })).credential,
    renewDocument: async (type) =>
      (await send<DocumentIssued>({ action: 'renew-document', type })).credential,
    removeDocument: async (type) => void (await send({ action: 'remove-document', type })),
    vouchForChild: async (application) => void (await send({ action: 'vouch-for-child', application })),
    fetchChildren: async () => (await send<ChildrenHeld>({ action: 'children' })).children,
    async renewChild(child) {
      const { credential, portrait } = await send<ChildRenewed>({ action: 'renew-child', child })
      return { credential, portrait }
    },
    removeChild: async (child) => void (await send({ action: 'remove-child', child })),
  }
}
