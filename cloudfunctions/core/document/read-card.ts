import { NanshaError } from '@nansha/shared/errors'
import { assessPhoto } from './assess-photo'
import type { Side } from './card-layout'
import { type CardLine, toCardLine } from './card-line'
import { detectText } from './detect-text'
import { explainFailure } from './explain-failure'
import { findCard } from './find-card'
import type { Reader } from './open-reader'
import { parsePortraitSide } from './parse-portrait-side'
import type { Photo } from './photo'
import { recogniseText } from './recognise-text'
import { type PortraitFields, reconcileReadings } from './reconcile-readings'
import { type StraightCard, straightenCard } from './straighten-card'

export interface PortraitSide {
  readonly fields: PortraitFields
  readonly card: StraightCard
}

/** Longest side of the straightened card that the detector sees. */
const DETECTION_SIDE = 960

/**
 * Reads the portrait side of a resident ID card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readPortraitSide(reader: Reader, photo: Photo): Promise<PortraitSide> {
  const { lines, card } = await readTwice(reader, photo, 'portrait')
  const fields = reconcileReadings(parsePortraitSide(lines[0]), parsePortraitSide(lines[1]))
  if (!fields) throw new NanshaError(explainFailure(assessPhoto(card.photo, []), 1))
  return { fields, card }
}

/** Reads a card as it lies on the photo, and again when straightened from what the first reading found. */
export async function readTwice(
  reader: Reader,
  photo: Photo,
  side: Side,
): Promise<{ lines: [readonly CardLine[], readonly CardLine[]]; card: StraightCard }> {
  const found = await findCard(reader, photo)
  if (!found.side) throw new NanshaError(explainFailure(assessPhoto(photo, found.texts), found.captions))
  if (found.side !== side) throw new NanshaError('CARD_WRONG_SIDE')
  const card = straightenCard(photo, found.toCard)
  const boxes = await detectText(reader.detector, card.photo, DETECTION_SIDE)
  const texts = await recogniseText(reader.recogniser, card.photo, boxes)
  return { lines: [found.lines, texts.map((line) => toCardLine(line, card.toCard))], card }
}
