import type { Projection } from '@nansha/shared/geometry/projection'
import { type CardField, PORTRAITS } from './card/card-layout'
import { toCardLine } from './card/card-line'
import { type CardReadings, readCard } from './card/read-card'
import { agreed, READ_ONCE } from './fields/agree'
import type { Field } from './fields/field'
import { parsePermanentSide } from './fields/parse-permanent-side'
import { parsePortraitSide } from './fields/parse-portrait-side'
import { readCapitals } from './fields/read-capitals'
import { readEthnicity } from './fields/read-ethnicity'
import { readLastRow } from './fields/read-last-row'
import { readNumber } from './fields/read-number'
import { type PermanentFields, reconcilePermanent } from './fields/reconcile-permanent'
import { type PortraitFields, reconcileReadings } from './fields/reconcile-readings'
import type { Reader } from './text/open-reader'
import type { Photo } from './text/photo'

export interface PortraitSide {
  readonly fields: PortraitFields | PermanentFields
  /** carries pixels of the photo to shares of the card */
  readonly toCard: Projection
  /** Where the portrait is printed. */
  readonly portrait: CardField
}

/**
 * Reads the portrait side of a resident ID card, of a residence permit or of a foreign permanent resident's card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readPortraitSide(reader: Reader, photo: Photo): Promise<PortraitSide> {
  const readings = await readCard(reader, photo, 'portrait')
  const { toCard, layout } = readings
  const isPermanent = layout === 'permanent-portrait'
  const fields = await (isPermanent ? readPermanentFields : readResidentFields)(reader, readings)
  if (!fields) throw readings.unreadable()
  return { fields, toCard, portrait: PORTRAITS[isPermanent ? layout : 'portrait'] }
}

async function readPermanentFields(
  { recogniser }: Reader,
  { card, first, texts }: CardReadings,
): Promise<PermanentFields | undefined> {
  const second = await readCapitals(recogniser, card, texts)
  return reconcilePermanent(
    parsePermanentSide(first),
    parsePermanentSide(second.map((line) => toCardLine(line, card.toCard))),
  )
}

async function readResidentFields(
  { recogniser }: Reader,
  { card, first, second, texts }: CardReadings,
): Promise<PortraitFields | undefined> {
  const lying = parsePortraitSide(first)
  const straight = parsePortraitSide(second)
  const chosen = await readEthnicity(recogniser, card, second)
  const rest = straight.address && (await readLastRow(recogniser, card, second, straight.address.rows))
  return reconcileReadings(
    { ...lying, address: withLastRow(lying.address, rest) },
    {
      ...straight,
      number: straight.number ?? (await readNumber(recogniser, card, texts)),
      ethnicity: straight.ethnicity ? agreed(straight.ethnicity, chosen) : chosen,
      address: withLastRow(straight.address, rest),
    },
  )
}

/** Adds a row that the detector passed over, and that was read only once. */
function withLastRow(address: Field | undefined, rest: string | undefined): Field | undefined {
  if (!address || rest === undefined || (rest !== '' && address.value.endsWith(rest))) return address
  return { value: address.value + rest, confidence: Math.min(address.confidence, READ_ONCE) }
}
