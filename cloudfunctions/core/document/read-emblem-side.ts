import { isDay } from '@nansha/shared/calendar'
import { LONG_TERM } from '@nansha/shared/card-validity'
import type { IdentityDocument } from '@nansha/shared/identity-document'
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

/** The emblem side, and whose it is by its title. */
export interface EmblemSide {
  readonly document: IdentityDocument
  readonly fields: EmblemFields
}

/**
 * Years that a document is valid: an ID card by its holder's age (Resident Identity Card Law, article 5), a permit five
 * (港澳台居民居住证申领发放办法, article 8).
 */
const TERMS: Readonly<Record<IdentityDocument, readonly number[]>> = {
  'resident-id-card': [5, 10, 20],
  'hong-kong-macao-permit': [5],
  'taiwan-permit': [5],
}

/**
 * Reads the emblem side of a resident ID card or of a residence permit.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readEmblemSide(reader: Reader, photo: Photo): Promise<EmblemSide> {
  const { layout, first, second, unreadable } = await readCard(reader, photo, 'emblem')
  if (layout === 'portrait') throw unreadable()
  const [once, twice] = [parseEmblemSide(first, layout), parseEmblemSide(second, layout)]
  const join = (of: (reading: EmblemReading) => Field | undefined) => agreed(of(once), of(twice))
  const fields = {
    authority: join(({ authority }) => authority),
    validFrom: join(({ validFrom }) => validFrom),
    validUntil: join(({ validUntil }) => validUntil),
  }
  if (!isLawfulTerm(layout, fields.validFrom.value, fields.validUntil.value)) throw unreadable()
  return { document: layout, fields }
}

function isLawfulTerm(document: IdentityDocument, from: string, until: string): boolean {
  if (!isDay(from)) return false
  if (until === LONG_TERM) return document === 'resident-id-card'
  const years = Number(until.slice(0, 4)) - Number(from.slice(0, 4))
  const sameDay = until.slice(4) === from.slice(4)
  // A card issued on 29 February may end on the 28th or on 1 March.
  const leapDay = from.endsWith('02-29') && /-(02-28|03-01)$/.test(until)
  return isDay(until) && TERMS[document].includes(years) && (sameDay || leapDay)
}
