/** The two sides of an identity card: the one with the picture of its holder, and the one with the national emblem. */
export const CARD_SIDES = ['portrait', 'emblem'] as const
export type CardSide = (typeof CARD_SIDES)[number]

/** Height of a card whose width is 1 (ISO/IEC 7810, ID-1: 85.60 × 53.98 mm). */
export const CARD_ASPECT = 53.98 / 85.6
