import { identityDocumentOf } from '@nansha/shared/identity-document'
import { isLatinName } from '@nansha/shared/person-name'
import { parseResidentNumber } from '@nansha/shared/resident-number'
import { agreed, READ_DIFFERENTLY } from './agree'
import type { Field } from './field'
import { isLawfulTerm } from './lawful-term'
import type { PermanentReading } from './parse-permanent-side'
import { derived, HARDLY_READ } from './reconcile-readings'

/** The second reading knows that all letters are capitals. */
function joinNames(first: Field | undefined, second: Field | undefined): Field {
  const joined = agreed(first, second)
  return second && isLatinName(second.value) ? { ...joined, value: second.value } : joined
}

/** The fields of the portrait side of a foreign permanent resident's card; without a Chinese name that one is empty. */
export type PermanentFields = { readonly [Name in keyof PermanentReading]: Field }

const NOT_PRINTED: Field = { value: '', confidence: 0.95 }

/**
 * Joins the two readings. Sex and birthdate follow from the number. The nationality does not: the number has the one at first issue.
 *
 * @returns undefined when the readings are not enough: no number or one that differs, no nationality, or no lawful validity
 */
export function reconcilePermanent(
  first: PermanentReading,
  second: PermanentReading,
): PermanentFields | undefined {
  const join = (of: (reading: PermanentReading) => Field | undefined) => agreed(of(first), of(second))
  const number = join((reading) => reading.number)
  const parsed = parseResidentNumber(number.value)
  if (!parsed.ok || number.confidence <= READ_DIFFERENTLY) return undefined
  if (identityDocumentOf(parsed.number) !== 'permanent-resident-card') return undefined
  const nationality = join((reading) => reading.nationality)
  const validFrom = join((reading) => reading.validFrom)
  const validUntil = join((reading) => reading.validUntil)
  if (Math.min(nationality.confidence, validUntil.confidence) < HARDLY_READ) return undefined
  if (!isLawfulTerm('permanent-resident-card', validFrom.value, validUntil.value)) return undefined
  const isNamedInChinese = first.chineseName !== undefined || second.chineseName !== undefined
  return {
    number,
    name: joinNames(first.name, second.name),
    chineseName: isNamedInChinese ? join(({ chineseName }) => chineseName) : NOT_PRINTED,
    sex: derived(
      parsed,
      'sex',
      join(({ sex }) => sex),
    ),
    birthdate: derived(
      parsed,
      'birthdate',
      join(({ birthdate }) => birthdate),
    ),
    nationality,
    validFrom,
    validUntil,
  }
}
