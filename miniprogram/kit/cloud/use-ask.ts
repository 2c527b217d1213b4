import { createService } from '../service/create-service'
import type { Ask } from './ask'

export const [AskProvider, useAsk] = createService<Ask>('cloud')
