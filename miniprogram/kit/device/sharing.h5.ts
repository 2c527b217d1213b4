import type * as Port from './sharing'

/** A browser shares an address, which holds nothing of a person. */
export const forbidSharing: typeof Port.forbidSharing = () => undefined
