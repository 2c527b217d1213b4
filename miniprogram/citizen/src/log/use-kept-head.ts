import { createService } from '@nansha/kit/service/create-service'
import type { KeptHead } from './kept-head'

export const [KeptHeadProvider, useKeptHead] = createService<KeptHead>('kept head of the log')
