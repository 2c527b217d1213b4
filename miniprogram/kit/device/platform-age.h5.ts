import type * as Port from './platform-age'

export const isPlatformTooOld: typeof Port.isPlatformTooOld = false
