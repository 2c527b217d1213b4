import type { Value } from './ejson'
import { invalidOperator } from './match'
import { orderKey } from './order-key'
import { isDocument } from './path'

/** Makes the new value of a field from the old one, which is `undefined` when there is none. */
export type Operator = (old: Value, operand: Value, path: string, now: Date) => Value

/** Update operators of single values. */
export const fieldOperators: Readonly<Record<string, Operator>> = {
  $set: (_old, operand) => operand,
  $inc: (old, operand, path) => number(orZero(old), path, '$inc') + number(operand, path, '$inc'),
  $mul: (old, operand, path) => number(orZero(old), path, '$mul') * number(operand, path, '$mul'),
  $min: (old, operand) => (old === undefined || orderKey(operand) < orderKey(old) ? operand : old),
  $max: (old, operand) => (old === undefined || orderKey(operand) > orderKey(old) ? operand : old),
  $bit: (old, operand, path) => bitwise(old, operand, path),
  $currentDate: (_old, operand, path, now) => currentDate(operand, path, now),
}

/** A missing field counts as 0; one that is null does not. */
function orZero(old: Value): Value {
  return old === undefined ? 0 : old
}

function number(value: Value, path: string, operator: string): number {
  if (typeof value === 'number') return value
  throw invalidOperator(`Cannot apply ${operator} to the field '${path}': not a number.`)
}

function bitwise(old: Value, operand: Value, path: string): number {
  let result = number(orZero(old), path, '$bit')
  for (const [operation, mask] of Object.entries(isDocument(operand) ? operand : { '': 0 })) {
    const bits = number(mask, path, '$bit')
    if (operation === 'and') result &= bits
    else if (operation === 'or') result |= bits
    else if (operation === 'xor') result ^= bits
    else throw invalidOperator('$bit knows and, or and xor.')
  }
  return result
}

function currentDate(operand: Value, path: string, now: Date): Date {
  const type = isDocument(operand) ? operand.$type : operand
  if (type !== true && type !== 'date')
    throw invalidOperator(`$currentDate of '${path}' must be true or a date.`)
  return now
}
