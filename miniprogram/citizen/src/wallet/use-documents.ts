import { createService } from '@nansha/kit/service/create-service'
import type { DocumentSession } from './document-session'

export const [DocumentsProvider, useDocuments] = createService<DocumentSession>('documents')
