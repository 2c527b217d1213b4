import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'
import { agreed, READ_DIFFERENTLY, READ_ONCE } from './agree'
import type { Field } from './field'

/** The six fields of the portrait side. */
export interface PortraitFields {
  readonly number: Field
  readonly name: Field
  readonly sex: Field
  readonly ethnicity: Field
  readonly birthdate: Field
  readonly address: Field
}

/** One reading, field by field. */
type Reading = { readonly [Name in keyof PortraitFields]: Field | undefined }

/** Confidence in a value that the card's own print contradicts. */
const CONTRADICTED = 0.1
/** Below this a new photo is asked for rather than a confirmation. */
const HARDLY_READ = 0.3

/**
 * Joins the reading of the photo as it is with that of the straightened card. Sex and birthdate follow from the number,
 * whose check character guards them; the print must agree.
 *
 * @returns undefined when the readings are not enough: no number, or one that differs, or a field that hardly shows
 */
export function reconcileReadings(first: Reading, second: Reading): PortraitFields | undefined {
  const number = agreed(first.number, second.number)
  const parsed = parseResidentNumber(number.value)
  if (!parsed.ok || number.confidence <= READ_DIFFERENTLY) return undefined
  const fields = {
    number,
    name: agreed(first.name, second.name),
    sex: derived(parsed, 'sex', agreed(first.sex, second.sex)),
    ethnicity: agreed(first.ethnicity, second.ethnicity),
    birthdate: derived(parsed, 'birthdate', agreed(first.birthdate, second.birthdate)),
    address: agreed(first.address, second.address),
  }
  // A person may correct the name and nothing else.
  const { ethnicity, address } = fields
  return Math.min(ethnicity.confidence, address.confidence) < HARDLY_READ ? undefined : fields
}

function derived(number: ResidentNumber, claim: 'sex' | 'birthdate', printed: Field): Field {
  const value = number[claim]
  if (printed.value === '') return { value, confidence: READ_ONCE }
  return { value, confidence: printed.value === value ? printed.confidence : CONTRADICTED }
}
