import { NanshaError } from '@nansha/shared/errors'
import { assessPhoto } from './assess-photo'
import type { Side } from './card-layout'
import { type CardLine, toCardLine } from './card-line'
import { detectText } from './detect-text'
import { explainFailure } from './explain-failure'
import { findCard } from './find-card'
import type { Reader } from './open-reader'
import { alignWith } from './orient-text'
import type { Photo } from './photo'
import type { Projection } from './projection'
import { recogniseText, type TextLine } from './recognise-text'
import { type StraightCard, straightenCard } from './straighten-card'

/** A card read as it lies on the photo, and again when straightened by what the first reading found. */
export interface CardReadings {
  /** carries pixels of the photo to shares of the card */
  readonly toCard: Projection
  readonly card: StraightCard
  readonly first: readonly CardLine[]
  readonly second: readonly CardLine[]
  /** the lines of the second reading in pixels of the straightened card */
  readonly texts: readonly TextLine[]
  /** the error that says why these readings were not enough */
  unreadable(): NanshaError
}

/** Longest side of the straightened card that the detector sees. */
const DETECTION_SIDE = 960

/** @throws NanshaError CARD_…: why it could not be read, so that the next photo is better */
export async function readCard(
  { detector, recogniser }: Reader,
  photo: Photo,
  side: Side,
): Promise<CardReadings> {
  const found = await findCard({ detector, recogniser }, photo)
  const unreadable = (captions: number) =>
    new NanshaError(explainFailure(assessPhoto(photo, found.texts), captions))
  if (!found.side) throw unreadable(found.captions)
  if (found.side !== side) throw new NanshaError('CARD_WRONG_SIDE')
  const { toCard } = found
  const card = straightenCard(photo, toCard)
  const boxes = alignWith([1, 0], await detectText(detector, card.photo, DETECTION_SIDE))
  const texts = await recogniseText(recogniser, card.photo, boxes)
  return {
    toCard,
    card,
    first: found.texts.map((line) => toCardLine(line, toCard)),
    second: texts.map((line) => toCardLine(line, card.toCard)),
    texts,
    unreadable: () => unreadable(1),
  }
}
