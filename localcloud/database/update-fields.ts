import { compareValues } from './compare'
import type { Value } from './ejson'
import { invalidOperator } from './invalid-operator'
import { add, isInteger, isNumeric, multiply, type Numeric, toLong } from './numbers'
import { isDocument } from './path'

/** Makes the new value of a field from the old one, which is `undefined` when there is none. */
export type Operator = (old: Value, operand: Value, path: string, now: Date) => Value

/** Update operators of single values. */
export const fieldOperators: Readonly<Record<string, Operator>> = {
  $set: (_old, operand) => operand,
  $inc: (old, operand, path) => calculated('$inc', path, old, operand, add),
  $mul: (old, operand, path) => calculated('$mul', path, old, operand, multiply),
  $min: (old, operand) => (old === undefined || compareValues(operand, old) < 0 ? operand : old),
  $max: (old, operand) => (old === undefined || compareValues(operand, old) > 0 ? operand : old),
  $bit: (old, operand, path) => bitwise(old, operand, path),
  $currentDate: (_old, operand, path, now) => currentDate(operand, path, now),
}

/** A missing field counts as 0; one that is null does not. */
function orZero(old: Value): Value {
  return old === undefined ? 0 : old
}

/** Whole numbers stay whole: a result of more than 64 bits is refused, as MongoDB does. */
function calculated(
  operator: string,
  path: string,
  old: Value,
  operand: Value,
  calculate: (a: Numeric, b: Numeric) => Numeric,
): Numeric {
  const [a, b] = [number(orZero(old), path, operator), number(operand, path, operator)]
  const result = calculate(a, b)
  if (isInteger(a) && isInteger(b) && !isInteger(result))
    throw invalidOperator(`${operator} of the field '${path}' would need more than 64 bits.`)
  return result
}

function number(value: Value, path: string, operator: string): Numeric {
  if (isNumeric(value)) return value
  throw invalidOperator(`Cannot apply ${operator} to the field '${path}': not a number.`)
}

/** On 64 bits, in the order in which the operations stand. */
function bitwise(old: Value, operand: Value, path: string): Numeric {
  let result = integer(orZero(old), path)
  for (const [operation, mask] of Object.entries(isDocument(operand) ? operand : { '': 0 })) {
    const bits = integer(mask, path)
    if (operation === 'and') result &= bits
    else if (operation === 'or') result |= bits
    else if (operation === 'xor') result ^= bits
    else throw invalidOperator('$bit knows and, or and xor.')
  }
  return toLong(result) as Numeric
}

function integer(value: Value, path: string): bigint {
  if (isInteger(value)) return BigInt(value)
  throw invalidOperator(`Cannot apply $bit to the field '${path}': not a whole number.`)
}

function currentDate(operand: Value, path: string, now: Date): Date {
  const type = isDocument(operand) ? operand.$type : operand
  if (type !== true && type !== 'date')
    throw invalidOperator(`$currentDate of '${path}' must be true or a date.`)
  return now
}
