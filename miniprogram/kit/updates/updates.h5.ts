import { createValue } from '../state/create-value'
import type * as Port from './updates'

export const updates: typeof Port.updates = { isReady: createValue(false), apply: () => location.reload() }
