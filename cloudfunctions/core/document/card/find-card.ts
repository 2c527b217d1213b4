import type { Projection } from '@nansha/shared/geometry/projection'
import { IDENTITY_DOCUMENTS } from '@nansha/shared/identity-document'
import { detectText } from '../text/detect-text'
import type { Reader } from '../text/open-reader'
import { orientText } from '../text/orient-text'
import type { Photo } from '../text/photo'
import { recogniseText, type TextLine, textOf } from '../text/recognise-text'
import { isPortraitLayout, LAYOUTS, type Layout } from './card-layout'
import type { Anchor } from './choose-anchors'
import { findAnchors } from './find-anchors'
import { findLevels } from './find-levels'
import { fitCard } from './fit-card'

/** A card found on a photo. */
export interface FoundCard {
  readonly layout: Layout
  /** carries photo pixels to shares of the card's width and height */
  readonly toCard: Projection
  readonly texts: readonly TextLine[]
  /** known points that the projection was fitted to, before any was left out */
  readonly anchors: number
}

/** Lines read and no card among them: what a reason can be given from. */
export interface NoCard {
  readonly layout: undefined
  readonly texts: readonly TextLine[]
  /** captions of a card among the lines */
  readonly captions: number
}

/** Longest sides of the picture that the detector sees: the second try is for cards that fill little of the photo. */
const DETECTION_SIDES = [960, 1600]

/** Finds a card by its captions, whichever side and whichever way up it lies. */
export async function findCard(reader: Reader, photo: Photo): Promise<FoundCard | NoCard> {
  let best: NoCard = { layout: undefined, texts: [], captions: 0 }
  for (const side of DETECTION_SIDES) {
    const boxes = await orientText(reader.recogniser, photo, await detectText(reader.detector, photo, side))
    const texts = await recogniseText(reader.recogniser, photo, boxes)
    const found = locate(texts)
    if (found.layout) return found
    if (found.captions >= best.captions) best = found
  }
  return best
}

function locate(texts: readonly TextLine[]): FoundCard | NoCard {
  const [best, ...others] = LAYOUTS.map((layout) => ({ layout, anchors: findAnchors(texts, layout) }))
  const { layout, anchors } = others.reduce(
    (most, other) => (other.anchors.length > most.anchors.length ? other : most),
    best as { layout: Layout; anchors: Anchor[] },
  )
  const toCard = isNamed(texts, layout) && fitCard(anchors, findLevels(texts))
  if (!toCard) return { layout: undefined, texts, captions: anchors.length }
  return { layout, toCard, texts, anchors: anchors.length }
}

/** Emblem sides share captions: none is taken for that of a document whose title was not read on it. */
function isNamed(texts: readonly TextLine[], layout: Layout): boolean {
  return (
    isPortraitLayout(layout) || texts.some((line) => textOf(line).includes(IDENTITY_DOCUMENTS[layout].zh))
  )
}
