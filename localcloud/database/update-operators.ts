import { arrayOperators } from './update-arrays'
import { fieldOperators, type Operator } from './update-fields'

/** Operators that make the new value of a field from the old one. */
export const valueOperators: Readonly<Record<string, Operator>> = { ...fieldOperators, ...arrayOperators }

/** Update operators that localcloud offers. */
export const UPDATE_OPERATORS: readonly string[] = [...Object.keys(valueOperators), '$unset', '$rename']
