import type { IdentityDocument } from '@nansha/shared/identity-document'
import type { CardLine } from '../card/card-line'
import { type Field, fieldOf } from './field'
import { groupRows } from './group-rows'
import { type Period, parsePeriod } from './parse-period'
import { heightOf, splitCaptions } from './split-captions'

/** What one reading of the emblem side found. */
export interface EmblemReading extends Period {
  /** 签发机关 */
  readonly authority: Field | undefined
}

/** Half of the distance between the rows of authority and validity, which both may have around them; share of the height. */
const ROW = 0.06
/** On a foreigner's card the value stands below its caption, share of the height. */
const BELOW = 0.075

/** Takes the issuing authority and the validity from lines of print. */
export function parseEmblemSide(lines: readonly CardLine[], document: IdentityDocument): EmblemReading {
  const stretches = splitCaptions(lines, document)
  const isPermanent = document === 'permanent-resident-card'
  const beside = (caption: string) => {
    const height = heightOf(stretches, document, caption)
    const [middle, reach] = isPermanent ? [height + BELOW, ROW / 2] : [height, ROW]
    const printed = stretches.filter((stretch) => !stretch.caption && Math.abs(stretch.y - middle) < reach)
    // The authority of a long name stands in two rows.
    return fieldOf(groupRows(printed).flatMap((row) => row.flatMap(({ glyphs }) => glyphs)))
  }
  const authority = beside('签发机关')
  return {
    authority: authority.value.endsWith('局') ? authority : undefined,
    ...parsePeriod(beside('有效期限')),
  }
}
