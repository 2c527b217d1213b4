import type { Projection } from '@nansha/shared/geometry/projection'
import { readCard } from './card/read-card'
import { agreed, READ_ONCE } from './fields/agree'
import type { Field } from './fields/field'
import { parsePortraitSide } from './fields/parse-portrait-side'
import { readEthnicity } from './fields/read-ethnicity'
import { readLastRow } from './fields/read-last-row'
import { readNumber } from './fields/read-number'
import { type PortraitFields, reconcileReadings } from './fields/reconcile-readings'
import type { Reader } from './text/open-reader'
import type { Photo } from './text/photo'

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
  const { recogniser } = reader
  const lying = parsePortraitSide(first)
  const straight = parsePortraitSide(second)
  const chosen = await readEthnicity(recogniser, card, second)
  const rest = straight.address && (await readLastRow(recogniser, card, second, straight.address.rows))
  const fields = reconcileReadings(
    { ...lying, address: withLastRow(lying.address, rest) },
    {
      ...straight,
      number: straight.number ?? (await readNumber(recogniser, card, texts)),
      ethnicity: straight.ethnicity ? agreed(straight.ethnicity, chosen) : chosen,
      address: withLastRow(straight.address, rest),
    },
  )
  if (!fields) throw unreadable()
  return { fields, toCard }
}

/** Adds a row that the detector passed over, and that was read only once. */
function withLastRow(address: Field | undefined, rest: string | undefined): Field | undefined {
  if (!address || rest === undefined || (rest !== '' && address.value.endsWith(rest))) return address
  return { value: address.value + rest, confidence: Math.min(address.confidence, READ_ONCE) }
}
