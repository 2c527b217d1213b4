/** In the order in which the citizen meets them: each side of the card is read while the next thing is done. */
export const STEPS = ['notice', 'card', 'emblem', 'selfie', 'details', 'submit'] as const

export type Step = (typeof STEPS)[number]
