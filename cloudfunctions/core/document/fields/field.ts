/** One field as read. */
export interface Field {
  readonly value: string
  /** 0…1: the net's probability of the least certain character, lowered where readings or cross-checks disagree */
  readonly confidence: number
}

/** Below this a person must compare the value with the card. Chosen on the bench: no wrong value lies above it. */
export const CONFIRM_BELOW = 0.85

export function fieldOf(glyphs: readonly { character: string; probability: number }[]): Field {
  return {
    value: glyphs.map(({ character }) => character).join(''),
    confidence: glyphs.reduce(
      (least, { probability }) => Math.min(least, probability),
      glyphs.length > 0 ? 1 : 0,
    ),
  }
}
