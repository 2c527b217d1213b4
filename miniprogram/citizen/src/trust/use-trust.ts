import { createService } from '@nansha/kit/service/create-service'
import type { TrustReader } from './trust-reader'

export const [TrustProvider, useTrust] = createService<TrustReader>('trust list')
