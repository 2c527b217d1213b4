import type * as Port from './biometric'

/** A browser has no chip that the platform could vouch for. */
export const hasBiometric: typeof Port.hasBiometric = async () => false

export const signWithBiometric: typeof Port.signWithBiometric = async () => undefined
