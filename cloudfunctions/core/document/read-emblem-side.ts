import { agreed } from './agree'
import type { Field } from './field'
import type { Reader } from './open-reader'
import { type EmblemReading, parseEmblemSide } from './parse-emblem-side'
import type { Photo } from './photo'
import { readCard } from './read-card'

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

/** Whether a card with this validity may still be used on a day, `YYYY-MM-DD`; its last day is included. */
export function isValidOn({ validFrom, validUntil }: EmblemFields, day: string): boolean {
  return validFrom.value <= day && (validUntil.value === 'long-term' || day <= validUntil.value)
}

function isLawfulTerm(from: string, until: string): boolean {
  if (!isDate(from)) return false
  if (until === 'long-term') return true
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  const sameDay = until.slice(4) === from.slice(4)
  // A card issued on 29 February may end on the 28th or on 1 March.
  const leapDay = from.endsWith('02-29') && /-(02-28|03-01)$/.test(until)
  return isDate(until) && TERMS.includes(years) && (sameDay || leapDay)
}

function isDate(text: string): boolean {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
