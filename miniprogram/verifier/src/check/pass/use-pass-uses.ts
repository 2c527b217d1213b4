import { createService } from '@nansha/kit/service/create-service'
import type { PassUses } from './pass-uses'

export const [PassUsesProvider, usePassUses] = createService<PassUses>('reports of passes')
