import { createService } from '@nansha/kit/service/create-service'
import type { Watch } from './watch'

export const [WatchProvider, useWatch] = createService<Watch>('watch for warnings')
