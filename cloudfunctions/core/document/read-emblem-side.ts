import { isDay } from '@nansha/shared/calendar'
import { LONG_TERM } from '@nansha/shared/card-validity'
import { readCard } from './card/read-card'
import { agreed } from './fields/agree'
import type { Field } from './fields/field'
import { type EmblemReading, parseEmblemSide } from './fields/parse-emblem-side'
import type { Reader } from './text/open-reader'
import type { Photo } from './text/photo'

/** The emblem side's fields. */
export interface EmblemFields {
  /** 签发机关, the police bureau that issued the card */
  readonly authority: Field
  /** `YYYY-MM-DD` */
  readonly validFrom: Field
  /** `YYYY-MM-DD`, or `long-term` */
  readonly validUntil: Field
}

/** Years that a card is valid, by the holder's age (Resident Identity Card Law, article 5). */
const TERMS = [5, 10, 20]

/**
 * Reads the emblem side of a resident ID card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readEmblemSide(reader: Reader, photo: Photo): Promise<EmblemFields> {
  const { first, second, unreadable } = await readCard(reader, photo, 'emblem')
  const [once, twice] = [parseEmblemSide(first), parseEmblemSide(second)]
  const join = (of: (reading: EmblemReading) => Field | undefined) => agreed(of(once), of(twice))
  const fields = {
    authority: join(({ authority }) => authority),
    validFrom: join(({ validFrom }) => validFrom),
    validUntil: join(({ validUntil }) => validUntil),
  }
  if (!isLawfulTerm(fields.validFrom.value, fields.validUntil.value)) throw unreadable()
  return fields
}

function isLawfulTerm(from: string, until: string): boolean {
  if (!isDay(from)) return false
  if (until === LONG_TERM) return true
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  const sameDay = until.slice(4) === from.slice(4)
  // A card issued on 29 February may end on the 28th or on 1 March.
  const leapDay = from.endsWith('02-29') && /-(02-28|03-01)$/.test(until)
  return isDay(until) && TERMS.includes(years) && (sameDay || leapDay)
}
