import type { IdentityDocument } from '@nansha/shared/identity-document'
import { isPortraitLayout } from './card/card-layout'
import { readCard } from './card/read-card'
import { agreed } from './fields/agree'
import type { Field } from './fields/field'
import { isLawfulTerm } from './fields/lawful-term'
import { type EmblemReading, parseEmblemSide } from './fields/parse-emblem-side'
import type { Reader } from './text/open-reader'
import type { Photo } from './text/photo'

/** The emblem side's fields. */
export interface EmblemFields {
  /** 签发机关, the bureau that issued the card */
  readonly authority: Field
  /** `YYYY-MM-DD` */
  readonly validFrom: Field
  /** `YYYY-MM-DD`, or `long-term` */
  readonly validUntil: Field
}

/** The emblem side, and whose it is by its title. */
export interface EmblemSide {
  readonly document: IdentityDocument
  /** The card of a foreign permanent resident prints its validity beside the portrait. */
  readonly fields: EmblemFields | Pick<EmblemFields, 'authority'>
}

/**
 * Reads the emblem side of a resident ID card, of a residence permit or of a foreign permanent resident's card.
 *
 * @throws NanshaError CARD_…: why it could not be read, so that the next photo is better
 */
export async function readEmblemSide(reader: Reader, photo: Photo): Promise<EmblemSide> {
  const { layout, first, second, unreadable } = await readCard(reader, photo, 'emblem')
  if (isPortraitLayout(layout)) throw unreadable()
  const [once, twice] = [parseEmblemSide(first, layout), parseEmblemSide(second, layout)]
  const join = (of: (reading: EmblemReading) => Field | undefined) => agreed(of(once), of(twice))
  const authority = join(({ authority }) => authority)
  if (layout === 'permanent-resident-card') return { document: layout, fields: { authority } }
  const fields = {
    authority,
    validFrom: join(({ validFrom }) => validFrom),
    validUntil: join(({ validUntil }) => validUntil),
  }
  if (!isLawfulTerm(layout, fields.validFrom.value, fields.validUntil.value)) throw unreadable()
  return { document: layout, fields }
}
