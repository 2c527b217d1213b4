import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'
import { agreed, READ_DIFFERENTLY, READ_ONCE } from './agree'
import type { Field } from './field'
import type { PortraitReading } from './parse-portrait-side'

/** The six fields of the portrait side. */
export interface PortraitFields {
  readonly number: Field
  readonly name: Field
  readonly sex: Field
  readonly ethnicity: Field
  readonly birthdate: Field
  readonly address: Field
}

/** Confidence in a value that the card's own print contradicts. */
const CONTRADICTED = 0.1

/**
 * Joins the reading of the photo as it is with that of the straightened card. Sex and birthdate follow from the number,
 * whose check character guards them; the print must agree.
 *
 * @returns undefined when neither reading found a valid number, or each found another
 */
export function reconcileReadings(
  first: PortraitReading,
  second: PortraitReading,
): PortraitFields | undefined {
  const number = agreed(first.number, second.number)
  const parsed = parseResidentNumber(number.value)
  if (!parsed.ok || number.confidence <= READ_DIFFERENTLY) return undefined
  return {
    number,
    name: agreed(first.name, second.name),
    sex: derived(parsed, 'sex', agreed(first.sex, second.sex)),
    ethnicity: agreed(first.ethnicity, second.ethnicity),
    birthdate: derived(parsed, 'birthdate', agreed(first.birthdate, second.birthdate)),
    address: agreed(first.address, second.address),
  }
}

function derived(number: ResidentNumber, claim: 'sex' | 'birthdate', printed: Field): Field {
  const value = number[claim]
  if (printed.value === '') return { value, confidence: READ_ONCE }
  return { value, confidence: printed.value === value ? printed.confidence : CONTRADICTED }
}
