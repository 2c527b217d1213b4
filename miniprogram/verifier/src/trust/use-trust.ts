import { createService } from '@nansha/kit/service/create-service'
import type { TrustSession } from './trust-session'

export const [TrustProvider, useTrust] = createService<TrustSession>('trust data')
