import type * as Port from './random'

export const randomBytes: typeof Port.randomBytes = async (length) =>
  crypto.getRandomValues(new Uint8Array(length))
