import { parseResidentNumber, type ResidentNumber } from '@nansha/shared/resident-number'
import type { Field } from './field'
import type { PortraitReading } from './parse-portrait-side'

/** The six fields of the portrait side, each with what speaks for it. */
export interface PortraitFields {
  readonly number: Field
  readonly name: Field
  readonly sex: Field
  readonly ethnicity: Field
  readonly birthdate: Field
  readonly address: Field
}

/** Caps on confidence: only one of the two readings found it; the two differ; the card contradicts its own number. */
const READ_ONCE = 0.8
const READ_DIFFERENTLY = 0.4
const CONTRADICTED = 0.1

/**
 * Joins the reading of the photo as it is with that of the straightened card: what both say alike is hardly chance.
 * Sex and birthdate follow from the number, whose check character guards them; the print must agree.
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

const NOT_READ: Field = { value: '', confidence: 0 }

/** Joins two readings of one field. */
export function agreed(first: Field | undefined, second: Field | undefined): Field {
  const [surer = NOT_READ, other] = [first, second]
    .filter((field) => field !== undefined)
    .sort((a, b) => b.confidence - a.confidence)
  if (!other) return capped(surer, READ_ONCE)
  return other.value === surer.value ? surer : capped(surer, READ_DIFFERENTLY)
}

function derived(number: ResidentNumber, claim: 'sex' | 'birthdate', printed: Field): Field {
  const value = number[claim]
  if (printed.value === '') return { value, confidence: READ_ONCE }
  return { value, confidence: printed.value === value ? printed.confidence : CONTRADICTED }
}

const capped = ({ value, confidence }: Field, cap: number): Field => ({
  value,
  confidence: Math.min(confidence, cap),
})
