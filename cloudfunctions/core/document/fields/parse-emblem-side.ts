import { LONG_TERM } from '@nansha/shared/card-validity'
import type { IdentityDocument } from '@nansha/shared/identity-document'
import { CAPTIONS } from '../card/card-layout'
import type { CardLine } from '../card/card-line'
import { type Field, fieldOf } from './field'
import { groupRows } from './group-rows'
import { splitCaptions } from './split-captions'

/** What one reading of the emblem side found. */
export interface EmblemReading {
  /** 签发机关 */
  readonly authority: Field | undefined
  /** `YYYY-MM-DD` */
  readonly validFrom: Field | undefined
  /** `YYYY-MM-DD` or `long-term` */
  readonly validUntil: Field | undefined
}

/** Half of the distance between the rows of authority and validity, which both may have around them; share of the height. */
const ROW = 0.06
const PERIOD = /^([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})[-—–一]?(?:([0-9]{4})\.?([0-9]{2})\.?([0-9]{2})|(长期))$/

/** Takes the issuing authority and the validity from lines of print. */
export function parseEmblemSide(lines: readonly CardLine[], document: IdentityDocument): EmblemReading {
  const stretches = splitCaptions(lines, document)
  const placeOf = (caption: string) => CAPTIONS[document].find(({ text }) => text === caption)?.middle[1] ?? 0
  const beside = (caption: string) => {
    const y = stretches.find((stretch) => stretch.caption === caption)?.y ?? placeOf(caption)
    const printed = stretches.filter((stretch) => !stretch.caption && Math.abs(stretch.y - y) < ROW)
    // The authority of a long name stands in two rows.
    return fieldOf(groupRows(printed).flatMap((row) => row.flatMap(({ glyphs }) => glyphs)))
  }
  const authority = beside('签发机关')
  const period = beside('有效期限')
  const dates = PERIOD.exec(period.value)
  const date = (at: number) => dates?.slice(at, at + 3).join('-') ?? ''
  return {
    authority: authority.value.endsWith('局') ? authority : undefined,
    validFrom: dates ? { ...period, value: date(1) } : undefined,
    validUntil: dates ? { ...period, value: dates[7] ? LONG_TERM : date(4) } : undefined,
  }
}
