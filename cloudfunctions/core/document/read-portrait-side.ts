import type { Reader } from './open-reader'
import { parsePortraitSide } from './parse-portrait-side'
import type { Photo } from './photo'
import { readCard } from './read-card'
import { readEthnicity } from './read-ethnicity'
import { readNumber } from './read-number'
import { agreed, type PortraitFields, reconcileReadings } from './reconcile-readings'
import type { StraightCard } from './straighten-card'

export interface PortraitSide {
  readonly fields: PortraitFields
  readonly card: StraightCard
}

/**
 * Reads the portrait side of a resident ID card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readPortraitSide(reader: Reader, photo: Photo): Promise<PortraitSide> {
  const { card, first, second, texts, unreadable } = await readCard(reader, photo, 'portrait')
  const straight = parsePortraitSide(second)
  const chosen = await readEthnicity(reader.recogniser, card, second)
  const fields = reconcileReadings(parsePortraitSide(first), {
    ...straight,
    number: straight.number ?? (await readNumber(reader.recogniser, card, texts)),
    ethnicity: straight.ethnicity ? agreed(straight.ethnicity, chosen) : chosen,
  })
  if (!fields) throw unreadable()
  return { fields, card }
}
