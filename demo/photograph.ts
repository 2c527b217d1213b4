import { type CardText, drawCard } from './specimen/draw-card'
import { drawEmblemSide, type EmblemSideText } from './specimen/draw-emblem-side'
import { drawPermanentSide, type PermanentSideText } from './specimen/draw-permanent-side'
import { PLAIN_SHOT, photographCard } from './specimen/photograph-card'
import { seededRandom } from './specimen/seeded-random'

/** @returns JPEG of the person's specimen card lying on a desk, as a phone would photograph it. */
export async function photographOf(card: CardText | PermanentSideText, portrait: Buffer): Promise<Buffer> {
  const drawn = 'nationality' in card ? drawPermanentSide(card, portrait) : drawCard(card, portrait)
  return photographCard(await drawn, PLAIN_SHOT, seededRandom(1))
}

/** @returns JPEG of the same card turned over. */
export async function photographEmblemOf(card: EmblemSideText): Promise<Buffer> {
  return photographCard(await drawEmblemSide(card), PLAIN_SHOT, seededRandom(3))
}
