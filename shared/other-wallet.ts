import { DAY_MS } from './clock/durations'

/**
 * The `assurance` of a credential whose key another wallet made. No desk and no website that does not name
 * it takes it: who keeps that key, and how it is unlocked, this issuer did not see. How the person was proven stands in `proofed`.
 */
export const OTHER_WALLET_ASSURANCE = 'other-wallet'

/** How long it is good: a citizen who forgot it there is rid of it in a month. */
export const OTHER_WALLET_MS = 30 * DAY_MS
