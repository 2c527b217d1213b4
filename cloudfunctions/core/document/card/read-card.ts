import { NanshaError } from '@nansha/shared/errors'
import { type Point, type Projection, project } from '@nansha/shared/geometry/projection'
import type { CardSide } from '@nansha/shared/identity-card'
import { detectText } from '../text/detect-text'
import type { Reader } from '../text/open-reader'
import { alignWith } from '../text/orient-text'
import type { Photo } from '../text/photo'
import { recogniseText, type TextLine } from '../text/recognise-text'
import { assessPhoto } from './assess-photo'
import { type Layout, sideOf } from './card-layout'
import { type CardLine, toCardLine } from './card-line'
import { explainFailure } from './explain-failure'
import { findAnchors } from './find-anchors'
import { type FoundCard, findCard } from './find-card'
import { findLevels } from './find-levels'
import { fitCard } from './fit-card'
import { namedOtherwise } from './other-documents'
import { type StraightCard, straightenCard } from './straighten-card'

/** A card read as it lies on the photo, and again when straightened by what the first reading found. */
export interface CardReadings {
  /** carries pixels of the photo to shares of the card */
  readonly toCard: Projection
  /** As it was found on the photo. */
  readonly layout: Layout
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
/** With fewer known points the straightened card may still be askew. */
const ENOUGH_ANCHORS = { portrait: 6, emblem: 4 }

/** @throws NanshaError CARD_…: why it could not be read, so that the next photo is better */
export async function readCard(
  { detector, recogniser }: Reader,
  photo: Photo,
  side: CardSide,
): Promise<CardReadings> {
  const found = await findCard({ detector, recogniser }, photo)
  const unreadable = (captions: number) =>
    new NanshaError(namedOtherwise(found.texts) ?? explainFailure(assessPhoto(photo, found.texts), captions))
  if (!found.layout) throw unreadable(found.captions)
  if (sideOf(found.layout) !== side) throw new NanshaError('CARD_WRONG_SIDE')
  const straight = await readStraight({ detector, recogniser }, photo, found)
  const { toCard, card, texts } = straight
  return {
    toCard,
    layout: found.layout,
    card,
    first: found.texts.map((line) => toCardLine(line, toCard)),
    second: texts.map((line) => toCardLine(line, card.toCard)),
    texts,
    unreadable: () => unreadable(1),
  }
}

/** Straightens and reads; where few captions had been found, once more from those that show only then. */
async function readStraight(reader: Reader, photo: Photo, found: FoundCard) {
  const once = await readAlong(reader, photo, found.toCard)
  if (found.anchors >= ENOUGH_ANCHORS[sideOf(found.layout)]) return once
  const known = findAnchors(once.texts, found.layout)
  if (known.length <= found.anchors) return once
  const back = (point: Point) => project(once.card.toSource, point)
  const toCard = fitCard(
    known.map((anchor) => ({ ...anchor, photo: back(anchor.photo) })),
    findLevels(once.texts).map(([p, q]) => [back(p), back(q)]),
  )
  return toCard ? readAlong(reader, photo, toCard) : once
}

async function readAlong({ detector, recogniser }: Reader, photo: Photo, toCard: Projection) {
  const card = straightenCard(photo, toCard)
  const boxes = alignWith([1, 0], await detectText(detector, card.photo, DETECTION_SIDE))
  return { toCard, card, texts: await recogniseText(recogniser, card.photo, boxes) }
}
