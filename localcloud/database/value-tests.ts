import { compareValues, ORDER, sameValue, typeOrder } from './compare'
import { type Document, RegularExpression, type Value } from './ejson'
import { invalidOperator } from './invalid-operator'
import { isDocument } from './path'
import { compileRegularExpression } from './regular-expressions'

// Tests of one value, which the query operators are made of.

/** True when any key is an operator: then all must be. */
export function hasOperators(condition: Document): boolean {
  return Object.keys(condition).some((key) => key.startsWith('$'))
}

export function equalTo(operand: Value): (value: Value) => boolean {
  if (operand === null) return (value) => value === null || value === undefined
  return (value) => sameValue(value, operand)
}

/** Orders only within the type of the operand; null also meets what is missing, and NaN only itself. */
export function ordered(
  operator: string,
  operand: Value,
  holds: (difference: number) => boolean,
  orEqual: boolean,
): (value: Value) => boolean {
  noPattern(operator, operand)
  const type = typeOrder(operand)
  if (type === ORDER.null) return (value) => orEqual && (value === null || value === undefined)
  if (type === ORDER.minKey || type === ORDER.maxKey)
    return (value) =>
      typeOrder(value) === type ? orEqual : value !== undefined && holds(typeOrder(value) - type)
  return (value) => {
    if (typeOrder(value) !== type) return false
    if (Number.isNaN(value) || Number.isNaN(operand)) return orEqual && sameValue(value, operand)
    return holds(compareValues(value, operand))
  }
}

export function anyOf(operator: string, operand: Value): (value: Value) => boolean {
  if (!Array.isArray(operand)) throw invalidOperator(`${operator} needs a list.`)
  const tests = operand.map((item) => {
    if (item instanceof RegularExpression) return matching(item)
    if (isDocument(item) && hasOperators(item))
      throw invalidOperator(`${operator} takes no operators in its list.`)
    return equalTo(item)
  })
  return (value) => tests.some((test) => test(value))
}

export function noPattern(operator: string, operand: Value): Value {
  if (operand instanceof RegularExpression) throw invalidOperator(`${operator} takes no regular expression.`)
  return operand
}

/** A text that the expression finds itself in, or the very same expression as a stored value. */
export function matching(expression: RegularExpression): (value: Value) => boolean {
  const compiled = compileRegularExpression(expression)
  return (value) =>
    typeof value === 'string'
      ? compiled.test(value)
      : value instanceof RegularExpression && sameValue(value, expression)
}

export function patternOf(operand: Value, options: Value = ''): RegularExpression {
  if (typeof options !== 'string') throw invalidOperator('$options needs a text.')
  if (typeof operand === 'string') return new RegularExpression(operand, options)
  if (!(operand instanceof RegularExpression)) throw invalidOperator('$regex needs a text.')
  return new RegularExpression(operand.pattern, options || operand.options)
}

/** Whole parts are compared, as mongod's 64-bit remainder does. */
export function remainder(operand: Value): (value: Value) => boolean {
  const [divisor, rest] = Array.isArray(operand) ? operand.map(wholePart) : []
  if (!Array.isArray(operand) || operand.length !== 2 || !divisor || rest === undefined)
    throw invalidOperator('$mod needs a divisor other than 0 and a remainder.')
  return (value) => {
    const whole = wholePart(value)
    return whole !== undefined && whole % divisor === rest
  }
}

function wholePart(value: Value): bigint | undefined {
  if (typeof value === 'bigint') return value
  return typeof value === 'number' && Number.isFinite(value) ? BigInt(Math.trunc(value)) : undefined
}
