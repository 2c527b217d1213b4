import { createService } from '@nansha/kit/service/create-service'
import type { ChildrenSession } from './children-session'

export const [ChildrenProvider, useChildren] = createService<ChildrenSession>('children')
