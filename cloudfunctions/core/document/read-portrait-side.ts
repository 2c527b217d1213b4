import { agreed } from './agree'
import type { Reader } from './open-reader'
import { parsePortraitSide } from './parse-portrait-side'
import type { Photo } from './photo'
import type { Projection } from './projection'
import { readCard } from './read-card'
import { readEthnicity } from './read-ethnicity'
import { readNumber } from './read-number'
import { type PortraitFields, reconcileReadings } from './reconcile-readings'

export interface PortraitSide {
  readonly fields: PortraitFields
  /** carries pixels of the photo to shares of the card */
  readonly toCard: Projection
}

/**
 * Reads the portrait side of a resident ID card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readPortraitSide(reader: Reader, photo: Photo): Promise<PortraitSide> {
  const { toCard, card, first, second, texts, unreadable } = await readCard(reader, photo, 'portrait')
  const straight = parsePortraitSide(second)
  const chosen = await readEthnicity(reader.recogniser, card, second)
  const fields = reconcileReadings(parsePortraitSide(first), {
    ...straight,
    number: straight.number ?? (await readNumber(reader.recogniser, card, texts)),
    ethnicity: straight.ethnicity ? agreed(straight.ethnicity, chosen) : chosen,
  })
  if (!fields) throw unreadable()
  return { fields, toCard }
}
