import type { Field } from './field'

/** Caps on confidence: only one of the two readings found it; the two differ. */
export const READ_ONCE = 0.8
export const READ_DIFFERENTLY = 0.4

const NOT_READ: Field = { value: '', confidence: 0 }

/** Joins two readings of one field: what both say alike is hardly chance. A field that neither found is empty. */
export function agreed(first: Field | undefined, second: Field | undefined): Field {
  const [surer = NOT_READ, other] = [first, second]
    .filter((field) => field !== undefined)
    .sort((a, b) => b.confidence - a.confidence)
  if (!other) return capped(surer, READ_ONCE)
  return capped(surer, other.value === surer.value ? 1 : READ_DIFFERENTLY)
}

const capped = ({ value, confidence }: Field, cap: number): Field => ({
  value,
  confidence: Math.min(confidence, cap),
})
