import { identityDocumentOf } from '@nansha/shared/identity-document'
import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'
import { agreed, READ_DIFFERENTLY, READ_ONCE } from './agree'
import type { Field } from './field'
import { type GroupField, type GroupReading, joinGroup } from './join-group'

/** The six fields of the portrait side. */
export interface PortraitFields {
  readonly number: Field
  readonly name: Field
  readonly sex: Field
  readonly ethnicity: GroupField
  readonly birthdate: Field
  readonly address: Field
}

/** One reading, field by field. */
type Reading = GroupReading & { readonly [Name in keyof PortraitFields]: Field | undefined }

/** Confidence in a value that the card's own print contradicts. */
const CONTRADICTED = 0.1
/** Below this a new photo is asked for rather than a confirmation. */
export const HARDLY_READ = 0.3

/**
 * Joins the reading of the photo as it is with that of the straightened card. Sex and birthdate follow from the number,
 * whose check character guards them; the print must agree.
 *
 * @returns undefined when the readings are not enough: no number, or one that differs, or an address that hardly shows
 */
export function reconcileReadings(first: Reading, second: Reading): PortraitFields | undefined {
  const number = agreed(first.number, second.number)
  const parsed = parseResidentNumber(number.value)
  if (!parsed.ok || number.confidence <= READ_DIFFERENTLY) return undefined
  // Numbers of foreigners stand on a card that is laid out otherwise.
  if (identityDocumentOf(parsed.number) === 'permanent-resident-card') return undefined
  const address = agreed(first.address, second.address)
  if (address.confidence < HARDLY_READ) return undefined
  return {
    number,
    name: agreed(first.name, second.name),
    sex: derived(parsed, 'sex', agreed(first.sex, second.sex)),
    ethnicity: joinGroup(first, second, number.value),
    birthdate: derived(parsed, 'birthdate', agreed(first.birthdate, second.birthdate)),
    address,
  }
}

/** A claim that follows from the number, as sure as the print beside it bears it out. */
export function derived(number: ResidentNumber, claim: 'sex' | 'birthdate', printed: Field): Field {
  const value = number[claim]
  if (printed.value === '') return { value, confidence: READ_ONCE }
  return { value, confidence: printed.value === value ? printed.confidence : CONTRADICTED }
}
