/** The two sides of an identity card: the one with the picture of its holder, and the one with the national emblem. */
export const CARD_SIDES = ['portrait', 'emblem'] as const
export type CardSide = (typeof CARD_SIDES)[number]
