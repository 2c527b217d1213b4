import { sameValue } from './compare'
import { type Document, RegularExpression, type Value } from './ejson'
import { invalidOperator } from './invalid-operator'
import { compileQuery } from './match'
import { orderKey } from './order-key'
import { isDocument } from './path'
import { type Order, sortBy } from './sort'
import type { Operator } from './update-fields'

const MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

/** Update operators of arrays; those that add make one where there is none. */
export const arrayOperators: Readonly<Record<string, Operator>> = {
  $push: (old, operand, path) => push(array(old, path, '$push'), operand),
  $addToSet: (old, operand, path) => addToSet(array(old, path, '$addToSet'), operand),
  $pop: (old, operand, path) => pop(array(old, path, '$pop'), operand),
  $pull: (old, operand, path) => remaining(old, path, pullTest(operand)),
  $pullAll: (old, operand, path) => {
    if (!Array.isArray(operand)) throw invalidOperator('$pullAll needs a list.')
    const keys = new Set(operand.map(orderKey))
    return remaining(old, path, (element) => keys.has(orderKey(element)))
  },
}

function array(value: Value, path: string, operator: string): Value[] {
  if (value === undefined) return []
  if (Array.isArray(value)) return value
  throw invalidOperator(`Cannot apply ${operator} to the field '${path}': not an array.`)
}

function push(old: readonly Value[], operand: Value): Value[] {
  const { $each, $position, $slice, $sort } = modifiers(operand)
  if (!Array.isArray($each)) throw invalidOperator('$each needs a list.')
  const result = [...old]
  result.splice(integer($position, '$position') ?? old.length, 0, ...$each)
  const sorted = $sort === undefined ? result : sortBy(result, arrayOrder($sort))
  const slice = integer($slice, '$slice')
  if (slice === undefined) return sorted
  return slice < 0 ? sorted.slice(slice) : sorted.slice(0, slice)
}

function modifiers(operand: Value): Document {
  if (!isDocument(operand) || !('$each' in operand)) return { $each: [operand] }
  const unknown = Object.keys(operand).find((key) => !MODIFIERS.has(key))
  if (unknown) throw invalidOperator(`Unknown modifier ${unknown} of $push.`)
  return operand
}

function integer(value: Value, modifier: string): number | undefined {
  if (value === undefined || Number.isInteger(value)) return value as number | undefined
  throw invalidOperator(`${modifier} needs a whole number.`)
}

/** 1 or -1 for the elements themselves, or fields of them with 1 or -1 each. */
function arrayOrder(order: Value): Order {
  const fields = isDocument(order) ? Object.entries(order) : [['', order] as const]
  if (fields.length === 0 || fields.some(([, way]) => way !== 1 && way !== -1))
    throw invalidOperator('$sort needs 1 or -1, or fields with 1 or -1.')
  return fields as Order
}

function addToSet(old: readonly Value[], operand: Value): Value[] {
  const wanted = isDocument(operand) && Array.isArray(operand.$each) ? operand.$each : [operand]
  const result = [...old]
  const known = new Set(old.map(orderKey))
  for (const element of wanted) {
    if (known.has(orderKey(element))) continue
    known.add(orderKey(element))
    result.push(element)
  }
  return result
}

function pop(old: readonly Value[], operand: Value): Value[] {
  if (operand !== 1 && operand !== -1) throw invalidOperator('$pop needs 1 or -1.')
  return operand === 1 ? old.slice(0, -1) : old.slice(1)
}

function remaining(old: Value, path: string, gone: (element: Value) => boolean): Value[] {
  return array(old, path, '$pull').filter((element) => !gone(element))
}

/** What `$pull` removes: elements equal to a value, or documents and values that meet a condition. */
function pullTest(operand: Value): (element: Value) => boolean {
  if (!isDocument(operand)) {
    return operand instanceof RegularExpression ? wrapped(operand) : (element) => sameValue(element, operand)
  }
  if (Object.keys(operand).some((key) => key.startsWith('$'))) return wrapped(operand)
  const matches = compileQuery(operand)
  return (element) => isDocument(element) && matches(element)
}

function wrapped(condition: Value): (element: Value) => boolean {
  const matches = compileQuery({ element: condition })
  return (element) => matches({ element })
}
