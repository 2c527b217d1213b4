import { identityDocumentOf } from '@nansha/shared/identity-document'
import { agreed } from './agree'
import type { Field } from './field'
import type { PortraitReading } from './parse-portrait-side'

/** The ethnic group as read: one of the 56, another word, or nothing. */
export interface GroupField extends Field {
  /** `unlisted`: a word that is none of the 56. `not-printed`: the card has no such field. */
  readonly remark?: 'unlisted' | 'not-printed'
}

export type GroupReading = Pick<PortraitReading, 'ethnicity' | 'otherGroup' | 'hasNoGroup'>

/** A word outside of the closed list is never certain: it may be one of the list, misread. */
const UNLISTED = 0.6
/** A word of one character is rather a group of one character, misread. */
const SHORTEST_WORD = 2
/** Below this a group of the 56 is a guess. */
const GUESSED = 0.3
const NOT_PRINTED: GroupField = { value: '', confidence: 0.95, remark: 'not-printed' }

/** @param number of the card: residence permits of Hong Kong, Macao and Taiwan people print no ethnic group */
export function joinGroup(first: GroupReading, second: GroupReading, number: string): GroupField {
  const isPermit = identityDocumentOf(number) !== 'resident-id-card'
  if (first.hasNoGroup && second.hasNoGroup && isPermit) return NOT_PRINTED
  const listed = agreed(first.ethnicity, second.ethnicity)
  const word = agreed(wordIn(first), wordIn(second))
  if (listed.confidence >= GUESSED || word.value === '') return listed
  return { value: word.value, confidence: Math.min(word.confidence, UNLISTED), remark: 'unlisted' }
}

function wordIn({ otherGroup }: GroupReading): Field | undefined {
  return otherGroup && [...otherGroup.value].length >= SHORTEST_WORD ? otherGroup : undefined
}
