import { type Document, RegularExpression, type Value } from './ejson'
import { elementsAt } from './elements'
import { compileGeoIntersects, compileGeoWithin, compileNearSphere } from './geo'
import { invalidOperator, unknownOperator } from './invalid-operator'
import { isNumeric } from './numbers'
import { isDocument } from './path'
import { compileType } from './type-names'
import {
  anyOf,
  equalTo,
  hasOperators,
  matching,
  noPattern,
  ordered,
  patternOf,
  remainder,
} from './value-tests'

/** A condition on one field. */
export interface Condition {
  /** Holds of this one value. */
  single(value: Value): boolean
  /** Holds of what the path leads to in the document. */
  at(document: Document, steps: readonly string[]): boolean
}

/** Compiles a query over the documents of an array, for `$elemMatch`. */
export type CompileQuery = (query: Document) => (document: Document) => boolean

type Compile = (operand: Value, condition: Document, compileQuery: CompileQuery) => Condition

const OPERATORS: Readonly<Record<string, Compile>> = {
  $eq: (operand) => some(equalTo(operand)),
  $ne: (operand) => not(some(equalTo(noPattern('$ne', operand)))),
  $gt: (operand) => some(ordered('$gt', operand, (difference) => difference > 0, false)),
  $gte: (operand) => some(ordered('$gte', operand, (difference) => difference >= 0, true)),
  $lt: (operand) => some(ordered('$lt', operand, (difference) => difference < 0, false)),
  $lte: (operand) => some(ordered('$lte', operand, (difference) => difference <= 0, true)),
  $in: (operand) => some(anyOf('$in', operand)),
  $nin: (operand) => not(some(anyOf('$nin', operand))),
  $exists: (operand) => {
    const exists = someWhole((value) => value !== undefined)
    return isTruthy(operand) ? exists : not(exists)
  },
  $type: (operand) => some(compileType(operand)),
  $mod: (operand) => some(remainder(operand)),
  $regex: (operand, condition) => some(matching(patternOf(operand, condition.$options))),
  $options: (_operand, condition) => {
    if (!('$regex' in condition)) throw invalidOperator('$options needs a $regex.')
    return all([])
  },
  $size: (operand) => {
    if (!Number.isInteger(operand) || Number(operand) < 0) throw invalidOperator('$size needs a count.')
    return someWhole((value) => Array.isArray(value) && value.length === operand)
  },
  $all: (operand, _condition, compileQuery) => compileAll(operand, compileQuery),
  $elemMatch: (operand, _condition, compileQuery) => compileElemMatch(operand, compileQuery),
  $not: (operand, _condition, compileQuery) => {
    if (operand instanceof RegularExpression) return not(some(matching(operand)))
    if (!isDocument(operand) || !hasOperators(operand)) throw invalidOperator('$not needs a condition.')
    return not(compileCondition(operand, compileQuery))
  },
  $nearSphere: (operand) => someWhole(compileNearSphere(operand)),
  $geoWithin: (operand) => someWhole(compileGeoWithin(operand)),
  $geoIntersects: (operand) => someWhole(compileGeoIntersects(operand)),
}

/** Query operators of fields that localcloud offers. */
export const CONDITION_OPERATORS: readonly string[] = Object.keys(OPERATORS)

/**
 * Compiles what a query says of one field: a value to be equal to, a regular expression, or operators.
 *
 * @throws PlatformError DATABASE_INVALID_OPERRATOR naming the operator that is unknown or misused
 */
export function compileCondition(condition: Value, compileQuery: CompileQuery): Condition {
  if (condition instanceof RegularExpression) return some(matching(condition))
  if (!isDocument(condition) || !hasOperators(condition)) return some(equalTo(condition))
  return all(
    Object.entries(condition).map(([operator, operand]) => {
      if (!operator.startsWith('$')) throw invalidOperator('A condition mixes operators and fields.')
      const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined
      if (!compile) throw unknownOperator('query operator', operator)
      return compile(operand, condition, compileQuery)
    }),
  )
}

function some(single: (value: Value) => boolean): Condition {
  return { single, at: (document, steps) => anyElement(document, steps, false, single) }
}

/** A condition on an array as a whole. */
function someWhole(single: (value: Value) => boolean): Condition {
  return { single, at: (document, steps) => anyElement(document, steps, true, single) }
}

function anyElement(
  document: Document,
  steps: readonly string[],
  whole: boolean,
  test: (value: Value) => boolean,
): boolean {
  for (const value of elementsAt(document, steps, whole)) if (test(value)) return true
  return false
}

function not({ single, at }: Condition): Condition {
  return { single: (value) => !single(value), at: (document, steps) => !at(document, steps) }
}

function all(conditions: readonly Condition[]): Condition {
  return {
    single: (value) => conditions.every((condition) => condition.single(value)),
    at: (document, steps) => conditions.every((condition) => condition.at(document, steps)),
  }
}

/** Equal to one of some values, of which a regular expression is a value like any other. */
export function equalsAny(operands: readonly Value[]): Condition {
  const tests = operands.map(equalTo)
  return some((value) => tests.some((test) => test(value)))
}

function compileAll(operand: Value, compileQuery: CompileQuery): Condition {
  if (!Array.isArray(operand)) throw invalidOperator('$all needs a list.')
  if (operand.length === 0) return { single: () => false, at: () => false }
  const elemMatches = operand.filter((item) => isDocument(item) && '$elemMatch' in item)
  if (elemMatches.length === operand.length)
    return all(elemMatches.map((item) => compileCondition(item, compileQuery)))
  return all(
    operand.map((item) => {
      if (isDocument(item) && hasOperators(item))
        throw invalidOperator('$all takes values, or $elemMatch throughout.')
      return item instanceof RegularExpression ? some(matching(item)) : some(equalTo(item))
    }),
  )
}

/** One element meets everything: by fields, when the element is a document or a list, or by operators on its value. */
function compileElemMatch(operand: Value, compileQuery: CompileQuery): Condition {
  if (!isDocument(operand)) throw invalidOperator('$elemMatch needs a condition.')
  const [first = ''] = Object.keys(operand)
  const byValue = first.startsWith('$') && !['$and', '$or', '$nor'].includes(first)
  const condition = byValue ? compileCondition(operand, compileQuery) : null
  const query = byValue ? null : compileQuery(operand)
  const holds = (item: Value) =>
    condition
      ? condition.single(item)
      : (isDocument(item) || Array.isArray(item)) && query?.(item as Document) === true
  return someWhole((value) => Array.isArray(value) && value.some(holds))
}

/** True as mongod reads a flag: everything but false, null and 0. */
function isTruthy(value: Value): boolean {
  return !(
    value === false ||
    value === null ||
    value === undefined ||
    (isNumeric(value) && Number(value) === 0)
  )
}
