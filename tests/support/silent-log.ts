import { createInvocationLog } from '@nansha/core/function/record-invocation'

/** Runs invocations as a function does, and writes their lines nowhere. */
export const silently = createInvocationLog('test', { now: Date.now, write: () => undefined })
