import { OpaqueValue, RegularExpression, type Value } from './ejson'
import { invalidOperator } from './invalid-operator'
import { isNumeric } from './numbers'
import { isDocument } from './path'

const NUMBERS: Readonly<Record<number, string>> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  5: 'binData',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
  [-1]: 'minKey',
  127: 'maxKey',
}
const NAMES = new Set([...Object.values(NUMBERS), 'number'])

const OPAQUE: Readonly<Record<string, string>> = {
  $binary: 'binData',
  $oid: 'objectId',
  $minKey: 'minKey',
  $maxKey: 'maxKey',
}

/** The test of `$type`: one type or a list of them, by name or number. */
export function compileType(operand: Value): (value: Value) => boolean {
  const wanted = (Array.isArray(operand) ? operand : [operand]).map(nameOf)
  if (wanted.length === 0) throw invalidOperator('$type needs a type.')
  return (value) => {
    const type = typeName(value)
    return wanted.some((name) => name === type || (name === 'number' && isNumeric(value)))
  }
}

function nameOf(type: Value): string {
  const name = isNumeric(type) ? NUMBERS[Number(type)] : type
  if (typeof name === 'string' && NAMES.has(name)) return name
  throw invalidOperator(`$type knows no type ${String(type).slice(0, 50)}.`)
}

/**
 * The name of a value's type. Whether a whole number is an `int`, a `long` or a `double` follows from its size, as it does
 * when the SDK writes it; a double that became whole by arithmetic counts as an `int` here.
 */
export function typeName(value: Value): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  if (typeof value === 'bigint') return 'long'
  if (typeof value === 'number') return numberType(value)
  if (typeof value === 'string') return 'string'
  if (typeof value === 'boolean') return 'bool'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Date) return 'date'
  if (value instanceof RegularExpression) return 'regex'
  if (value instanceof OpaqueValue) return OPAQUE[value.type] ?? value.type
  return isDocument(value) ? 'object' : 'unknown'
}

function numberType(value: number): string {
  if (!Number.isSafeInteger(value) || Object.is(value, -0)) return 'double'
  return value === (value | 0) ? 'int' : 'long'
}
